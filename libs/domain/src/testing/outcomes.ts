// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Outcome } from '../outcome';

/** The value of an outcome that a spec expects to be accepted. */
export function accepted<Value, Refusal>(outcome: Outcome<Value, Refusal>): Value {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}

/** The refusal of an outcome that a spec expects to be refused. */
export function refused<Value, Refusal>(outcome: Outcome<Value, Refusal>): Refusal {
  if (outcome.ok) throw new Error(`accepted: ${JSON.stringify(outcome.value)}`);
  return outcome.refusal;
}
