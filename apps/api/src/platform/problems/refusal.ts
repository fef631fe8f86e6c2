// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ProblemCode } from '@sportello/contracts';
import type { DeskRefusal, DeskRefusalKind } from '@sportello/domain';

/** What the API itself refuses, named by the code that the wire carries. `details` never holds a secret, nor more of a person than the caller sent. */
export interface ApiRefusal {
  readonly kind: Exclude<ProblemCode, DeskRefusalKind>;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Every way in which an act is refused: the desk's rules, and the API's own. */
export type Refusal = DeskRefusal | ApiRefusal;

/** Carries a refusal out of a controller or a guard to the one filter that answers it. Use cases return refusals; they never throw one. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.kind);
  }
}
