// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ProblemCode } from '@sportello/contracts';
import { StoryBroken } from './story-broken';

/** The desk answered an act with one of its reasons. */
export class RefusedByDesk extends StoryBroken {
  constructor(what: string, readonly code: ProblemCode) {
    super(`${what} was refused: ${code}.`);
  }
}
