// SPDX-License-Identifier: AGPL-3.0-or-later
import { fromHex } from '../bytes/hex';
import { receiveCommand } from './received-command';

const header = { cla: 0x00, ins: 0xb0, p1: 0x01, p2: 0x02 };
const none = new Uint8Array();

describe('a command APDU as the card sees it', () => {
  it.each([
    ['case 1', '00B00102', { data: none, ne: undefined }],
    ['case 2', '00B0010210', { data: none, ne: 16 }],
    ['case 2, all there is', '00B0010200', { data: none, ne: 'all' }],
    ['case 3', '00B0010202AABB', { data: fromHex('AABB'), ne: undefined }],
    ['case 4', '00B0010202AABB05', { data: fromHex('AABB'), ne: 5 }],
    ['case 4, all there is', '00B0010202AABB00', { data: fromHex('AABB'), ne: 'all' }],
  ])('%s', (_case, hex, body) => {
    expect(receiveCommand(fromHex(hex))).toEqual({ ...header, ...body });
  });

  it.each([
    ['no header', '00B001'],
    ['less data than announced', '00B0010203AABB'],
    ['more data than announced', '00B0010201AABBCC'],
    ['extended length, which real cards do not promise', '00B00102000002AABB'],
  ])('is malformed with %s', (_case, hex) => {
    expect(receiveCommand(fromHex(hex))).toBeUndefined();
  });
});
