// SPDX-License-Identifier: AGPL-3.0-or-later
/** SQL: whether the hand-over `h` gave the case `c` to who has it now, and no step was taken since. A printer's trouble is noted without a step, and leaves the mark. */
export function waitsForKeeperSql(h: string, c: string): string {
  return `${h}.case_id = ${c}.id and ${h}.to_operator = ${c}.in_charge and (${c}.changed_at < ${h}.at or ${c}.revision = ${h}.revision)`;
}
