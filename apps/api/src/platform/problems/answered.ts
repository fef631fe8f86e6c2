// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Outcome } from '@sportello/domain';
import { Refused, type Refusal } from './refusal';

/** The value of an outcome, in a controller: its refusal goes to the filter. */
export function answered<Value>(outcome: Outcome<Value, Refusal>): Value {
  if (!outcome.ok) throw new Refused(outcome.refusal);
  return outcome.value;
}
