// SPDX-License-Identifier: AGPL-3.0-or-later
import { type JsonValue, canonicalJson } from '@sportello/seal';
import type { AuditEntry } from '../../platform/audit/audit-entry';

type Told = NonNullable<AuditEntry['details']>;

/** What the log tells of a change: each field that differs, as it was and as it is. Places are no persons: their data may stand there. */
export function toldChanges(before: object, after: object): Told {
  const [earlier, told] = [new Map<string, unknown>(Object.entries(before)), new Map<string, Told[string]>()];
  for (const [field, value] of Object.entries(after)) {
    const [was, is] = [valueOf(earlier.get(field)), valueOf(value)];
    if (was === is) continue;
    told.set(`before.${field}`, was);
    told.set(`after.${field}`, is);
  }
  return Object.fromEntries(told);
}

function valueOf(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value instanceof Date ? value.toISOString() : canonicalJson(value as JsonValue);
}
