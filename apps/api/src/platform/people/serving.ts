// SPDX-License-Identifier: AGPL-3.0-or-later
/** SQL: whether the operator serves the desk now, both being expressions. */
export function servesDeskSql(operatorId: string, deskId: string): string {
  return `exists (select from operator_desk serving where serving.operator_id = ${operatorId} and serving.desk_id = ${deskId} and serving.until is null)`;
}
