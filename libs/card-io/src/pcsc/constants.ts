// SPDX-License-Identifier: AGPL-3.0-or-later

/** PC/SC Workgroup specification, part 5, as pcsclite and Windows number them. */
export const shareExclusive = 1;
export const anyProtocol = 0x0001 | 0x0002;
export const resetCard = 1;

export const slotState = { unaware: 0x0000, changed: 0x0002, unknown: 0x0004, unavailable: 0x0008, present: 0x0020, mute: 0x0200 } as const;

/** The flags of a slot's state; above them it counts events. */
export const slotFlags = 0xffff;
