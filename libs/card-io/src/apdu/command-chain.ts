// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CommandApdu } from './command-apdu';

const mostData = 255;
const moreToCome = 0x10;

/** The same command in as many APDUs as its data need (ISO 7816-4 §5.1.1.1): all but the last say in their class that more is to come. */
export function chainOf(apdu: CommandApdu): readonly [...links: CommandApdu[], last: CommandApdu] {
  const { cla, ins, p1, p2, data } = apdu;
  if (!data || data.length <= mostData) return [apdu];
  const link: CommandApdu = { cla: cla | moreToCome, ins, p1, p2, data: data.slice(0, mostData) };
  return [link, ...chainOf({ ...apdu, data: data.slice(mostData) })];
}
