// SPDX-License-Identifier: AGPL-3.0-or-later
/** Where a prepared tear pulls the card: right after the chip executed the command, so that its answer is lost. The hardest moment of each phase. */
export const TEAR_POINTS = ['reading', 'new-pin', 'new-puk', 'proof'] as const;
export type TearPoint = (typeof TEAR_POINTS)[number];

/** Those after the go-ahead. */
export const WRITING_TEAR_POINTS = TEAR_POINTS.filter((point) => point !== 'reading');
export type WritingTearPoint = (typeof WRITING_TEAR_POINTS)[number];

/** The instruction byte (ISO 7816-4 §5.4.2, 7816-8) that stands for each: READ BINARY, RESET RETRY COUNTER, CHANGE REFERENCE DATA, PSO. */
const instructions: Readonly<Record<TearPoint, number>> = { reading: 0xb0, 'new-pin': 0x2c, 'new-puk': 0x24, proof: 0x2a };

export const isTornAt = (point: TearPoint | null, instruction: number): boolean => point !== null && instructions[point] === instruction;
