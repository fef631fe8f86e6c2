// SPDX-License-Identifier: AGPL-3.0-or-later
/** SQL: whether an administrator of the own body manages this one: it is theirs, or has no administrator. Both are expressions. */
export function managesBodySql(bodyId: string, ownBodyId: string): string {
  return `(${bodyId} = ${ownBodyId} or not exists (
    select from operator keeper join desk home on home.id = keeper.desk_id
    where home.body_id = ${bodyId} and keeper.disabled_at is null and 'administrator' = any(keeper.roles)))`;
}
