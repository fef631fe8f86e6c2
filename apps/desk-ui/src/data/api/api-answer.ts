// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Problem } from '@sportello/contracts';

/** What came of a request: the value, the API's refusal, or no answer at all. */
export type ApiAnswer<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'unreachable' };

export const UNREACHABLE = { kind: 'unreachable' } as const;
