// SPDX-License-Identifier: AGPL-3.0-or-later
import { type JsonValue, canonicalJson } from '@sportello/seal';
import type { AuditChange } from '../../platform/audit/audit-entry';

type Facts = NonNullable<AuditChange['after']>;

/** What the log tells of a change: each field that differs, as it was and as it is. Places are no persons: their data may stand there. */
export function toldChange(before: object, after: object): AuditChange {
  const earlier = new Map<string, unknown>(Object.entries(before));
  const told = Object.entries(after)
    .map(([field, value]) => ({ field, was: factOf(earlier.get(field)), is: factOf(value) }))
    .filter(({ was, is }) => was !== is);
  return { before: Object.fromEntries(told.map(({ field, was }) => [field, was])), after: Object.fromEntries(told.map(({ field, is }) => [field, is])) };
}

/** Of something that was not there before. */
export function toldBeginning(after: object): AuditChange {
  return { before: null, after: toldChange({}, after).after };
}

function factOf(value: unknown): Facts[string] {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value instanceof Date ? value.toISOString() : canonicalJson(value as JsonValue);
}
