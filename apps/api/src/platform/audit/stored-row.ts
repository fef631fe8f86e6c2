// SPDX-License-Identifier: AGPL-3.0-or-later
import { leafHash, type Hash, type JsonValue, rowBytes, type LogRow } from '@sportello/seal';

/** A row as the database has it. */
export interface StoredRow {
  readonly position: number;
  readonly id: string;
  /** ISO 8601 to the microsecond, in UTC: all that the column holds. */
  readonly at: string;
  readonly log: string;
  readonly act: string;
  readonly outcome: string | null;
  readonly actor: string;
  readonly operator_id: string | null;
  readonly roles: readonly string[] | null;
  readonly station_id: string | null;
  readonly desk_id: string | null;
  readonly case_id: string | null;
  readonly subject_kind: string | null;
  readonly subject_id: string | null;
  readonly request_id: string | null;
  readonly details: JsonValue;
  readonly change: JsonValue;
  readonly personal: Readonly<Record<string, string>> | null;
}

/** SQL: the columns of row `r`, each under its own name. */
export const STORED_ROW_COLUMNS = `
  r.position, r.id, to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, r.log, r.act, r.outcome, r.actor, r.operator_id, r.roles, r.station_id,
  r.desk_id, r.case_id, r.subject_kind, r.subject_id, r.request_id, r.details, r.change, r.personal`;

/** What is hashed and exported beside id and commitments: every column but the position, which says nothing. */
const TOLD = [
  'at', 'log', 'act', 'outcome', 'actor', 'operator_id', 'roles', 'station_id', 'desk_id', 'case_id', 'subject_kind', 'subject_id', 'request_id', 'details', 'change',
] as const satisfies readonly (keyof StoredRow)[];

/** A row as it is hashed and exported. What is not there is left out, so that a column added later changes no leaf of before. */
export function logRowOf(row: StoredRow): LogRow {
  const { id, personal } = row;
  const told = TOLD.map((column) => [column, row[column]] as const).filter(([, value]) => value !== null);
  return { id, ...(personal !== null && { personal }), ...(Object.fromEntries(told) as Readonly<Record<string, JsonValue>>) };
}

export const leafOf = (row: StoredRow): Hash => leafHash(rowBytes(logRowOf(row)));
