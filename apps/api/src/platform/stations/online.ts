// SPDX-License-Identifier: AGPL-3.0-or-later
/** A station says every fifteen seconds how it is; one that was silent three times counts as away, whatever TCP believes of its open stream. */
export const STATION_PATIENCE_SECONDS = 45;

/** SQL: whether the station `alias` is online at the instant `now`: not revoked, with an open stream, and heard of a short while ago. */
export function isOnlineSql(alias: string, now: string): string {
  const heard = `${alias}.last_seen_at > ${now}::timestamptz - interval '${STATION_PATIENCE_SECONDS} seconds'`;
  return `(${alias}.stream_id is not null and ${alias}.revoked_at is null and coalesce(${heard}, false))`;
}

/** SQL: whether the station `alias` is enrolled and not revoked. */
export function isLivingSql(alias: string): string {
  return `(${alias}.enrolled_at is not null and ${alias}.revoked_at is null)`;
}
