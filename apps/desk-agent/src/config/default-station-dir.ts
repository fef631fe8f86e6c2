// SPDX-License-Identifier: AGPL-3.0-or-later
import { posix, win32 } from 'node:path';

export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The user's folder. */
  readonly home: string;
  readonly isRoot: boolean;
}

/** Where a station keeps its keys and journal when nobody says where: this user's alone, and on this computer alone. */
export function defaultStationDir({ platform, environment, home, isRoot }: Surroundings): string {
  if (platform === 'win32') return win32.join(environment['LOCALAPPDATA'] || win32.join(home, 'AppData', 'Local'), 'sportello-station');
  if (isRoot) return '/var/lib/sportello-station';
  return posix.join(environment['XDG_STATE_HOME'] || posix.join(home, '.local', 'state'), 'sportello-station');
}
