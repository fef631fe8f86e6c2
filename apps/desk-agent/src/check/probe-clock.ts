// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ServerAnswer } from './ask-server';
import { type Finding, notTried, notWell, well } from './finding';

/** The server refuses requests that are a minute off; half of it is time to act. */
const mostSeconds = 30;

export function probeClock(answer: ServerAnswer): Finding {
  if (answer.kind === 'unreachable' || answer.secondsAhead === null) return notTried('clock', 'the server does not tell its time');
  const seconds = answer.secondsAhead;
  const seen = Math.abs(seconds) <= 1 ? 'as the server\'s' : `${Math.abs(seconds)} s ${seconds > 0 ? 'ahead of' : 'behind'} the server's`;
  return Math.abs(seconds) <= mostSeconds ? well('clock', seen) : notWell('clock', seen, 'Set this computer\'s time, and have it kept by NTP: the server refuses a station that is a minute off.');
}
