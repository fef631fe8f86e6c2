// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardTiming } from '@sportello/card-io/simulator';

/** What a real card and its reader take; measured on one card, so an order of magnitude. */
export const REAL_TIMING: CardTiming = { perApduMs: 11.7, perByteMs: 0.086, perExtraBlockMs: 66 };

/** As fast as this computer is: for tests and for measuring the station alone. */
export const INSTANT_TIMING: CardTiming = { perApduMs: 0, perByteMs: 0, perExtraBlockMs: 0 };

export const slower = ({ perApduMs, perByteMs, perExtraBlockMs }: CardTiming, times: number): CardTiming => ({
  perApduMs: perApduMs * times,
  perByteMs: perByteMs * times,
  perExtraBlockMs: perExtraBlockMs * times,
});

/** T=1 carries up to 254 bytes a block. */
const blockLength = 254;

/** Milliseconds for a message of this length in one direction; a command and its answer share the time of one APDU. */
export const messageMs = (length: number, timing: CardTiming): number =>
  timing.perApduMs / 2 + length * timing.perByteMs + Math.max(0, Math.ceil(length / blockLength) - 1) * timing.perExtraBlockMs;
