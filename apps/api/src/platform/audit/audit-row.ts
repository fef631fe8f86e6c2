// SPDX-License-Identifier: AGPL-3.0-or-later
import { commitmentOf, SALT_BYTES } from '@sportello/seal';
import type { Randomness } from '../ports/randomness';
import { logOf, outcomeOf } from './act-outcomes';
import type { AuditEntry } from './audit-entry';

/** The columns of an entry's row; who had which roles is added by the statement that writes it. */
export type RowToWrite = Readonly<Record<string, unknown>> & { readonly id: string };

/** What opens a commitment: apart from the row, so that it can be erased. `salt`: hexadecimal. */
export interface OpeningToWrite {
  readonly row_id: string;
  readonly field: string;
  readonly salt: string;
  readonly value: string | number;
}

export interface AuditToWrite {
  readonly rows: readonly RowToWrite[];
  readonly openings: readonly OpeningToWrite[];
}

export function auditToWrite(entries: readonly AuditEntry[], now: Date, randomness: Randomness): AuditToWrite {
  const openings: OpeningToWrite[] = [];
  const rows = entries.map((entry): RowToWrite => {
    const id = randomness.id();
    return { id, ...columnsOf(entry, now), personal: entry.personal ? commit(id, entry.personal, randomness, openings) : null };
  });
  return { rows, openings };
}

function columnsOf({ act, actor, subject, ...entry }: AuditEntry, now: Date): Readonly<Record<string, unknown>> {
  return {
    at: now.toISOString(),
    log: logOf(act),
    act,
    outcome: outcomeOf(act),
    actor: actor.kind,
    operator_id: actor.kind === 'operator' ? actor.operatorId : null,
    station_id: entry.stationId ?? ('stationId' in actor ? actor.stationId : undefined) ?? null,
    desk_id: entry.deskId ?? null,
    case_id: entry.caseId ?? null,
    subject_kind: subject?.kind ?? null,
    subject_id: subject?.id ?? null,
    request_id: entry.requestId,
    details: entry.details ?? {},
    change: entry.change ?? null,
  };
}

function commit(id: string, personal: NonNullable<AuditEntry['personal']>, randomness: Randomness, openings: OpeningToWrite[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(personal).map(([field, value]) => {
      const salt = randomness.bytes(SALT_BYTES);
      openings.push({ row_id: id, field, salt: Buffer.from(salt).toString('hex'), value });
      return [field, commitmentOf(salt, value)];
    }),
  );
}
