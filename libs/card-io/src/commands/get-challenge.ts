// SPDX-License-Identifier: AGPL-3.0-or-later
import { statusWord } from '../apdu/status-word';
import type { CardCommand, RefusedByCard } from '../session/card-command';

export type GetChallengeOutcome = { readonly kind: 'challenge'; readonly bytes: Uint8Array } | RefusedByCard;

const challengeLength = 8;

/** GET CHALLENGE (ISO 7816-4 §7.5.3), 8 bytes. */
export function getChallenge(): CardCommand<GetChallengeOutcome> {
  return {
    name: 'get-challenge',
    apdu: { cla: 0x00, ins: 0x84, p1: 0x00, p2: 0x00, le: challengeLength },
    holdsCode: false,
    parse: ({ sw, data }) => (sw === statusWord.ok && data.length === challengeLength ? { kind: 'challenge', bytes: data } : { kind: 'refused', sw }),
  };
}
