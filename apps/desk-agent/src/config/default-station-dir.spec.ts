// SPDX-License-Identifier: AGPL-3.0-or-later
import { defaultStationDir } from './default-station-dir';

describe('the station\'s folder, when nobody says where it is', () => {
  it.each([
    ['of a user on Linux', { platform: 'linux', environment: {}, home: '/home/desk', isRoot: false }, '/home/desk/.local/state/sportello-station'],
    ['of a user whose state is elsewhere', { platform: 'linux', environment: { XDG_STATE_HOME: '/srv/state' }, home: '/home/desk', isRoot: false }, '/srv/state/sportello-station'],
    ['of a service', { platform: 'linux', environment: { XDG_STATE_HOME: '/srv/state' }, home: '/root', isRoot: true }, '/var/lib/sportello-station'],
    ['of a user on Windows', { platform: 'win32', environment: { LOCALAPPDATA: 'D:\\Local' }, home: 'C:\\Users\\desk', isRoot: false }, 'D:\\Local\\sportello-station'],
    ['of a service on Windows', { platform: 'win32', environment: {}, home: 'C:\\Users\\desk', isRoot: false }, 'C:\\Users\\desk\\AppData\\Local\\sportello-station'],
  ] as const)('%s is %j', (_, surroundings, folder) => {
    expect(defaultStationDir(surroundings)).toBe(folder);
  });
});
