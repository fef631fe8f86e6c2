// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LogRowView } from '@sportello/contracts';
import { ROLES } from '@sportello/domain';
import { dateAndTime } from '../../data/time/desk-time';
import type { Wording } from '../../ui/words/wording';
import { wording } from '../../ui/words/wording';

type Fact = LogRowView['details'][string];

/** The facts that have a name on the page; another stands under its own. */
export const NAMED_FACTS = [
  'reason', 'because', 'from', 'to', 'state', 'kind', 'number', 'controlNumber', 'paper', 'field', 'revision', 'ranges', 'cardType', 'sessions', 'roles', 'deskIds', 'name', 'day', 'format', 'log', 'act',
  'outcome', 'operatorId', 'stationId', 'deskId', 'caseId', 'found', 'cases', 'by', 'means', 'method', 'verdict', 'advice', 'quantity', 'sheets', 'purpose', 'cause', 'hasOpenings', 'proofOf', 'size', 'pages',
  'type', 'keyVersion', 'expiresAt', 'validThrough', 'drills', 'followUp', 'added', 'known', 'place', 'address', 'hours', 'code', 'isRevoked', 'subjectKind', 'subjectId', 'homeDeskId', 'trainingSince', 'hasNewPassword',
] as const;

const NAMED: ReadonlySet<string> = new Set(NAMED_FACTS);
const ROLE_NAMES: ReadonlySet<string> = new Set(ROLES);
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

export interface ToldFact {
  readonly id: string;
  /** Null: it has no name here but its own. */
  readonly name: Wording | null;
  readonly values: readonly ToldValue[];
}

/** Words of the catalogue, or a text as it is. */
export type ToldValue = Wording | string;

export interface ToldChange extends Pick<ToldFact, 'id' | 'name'> {
  readonly before: readonly ToldValue[];
  readonly after: readonly ToldValue[];
}

/** What a row tells beside who, where and when, but for what it says of a change. */
export function factsOf({ details }: LogRowView, names: ReadonlyMap<string, string>): readonly ToldFact[] {
  return Object.entries(details)
    .filter(([id]) => !/^(before|after)\./.test(id))
    .map(([id, value]) => ({ id, name: nameOf(id), values: valuesOf(value, names) }));
}

/** Each field that a change touched, before and after; in its own columns, or among the facts. */
export function changesOf({ change, details }: LogRowView, names: ReadonlyMap<string, string>): readonly ToldChange[] {
  const before = { ...factsUnder('before.', details), ...change?.before };
  const after = { ...factsUnder('after.', details), ...change?.after };
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields.map((id) => ({ id, name: nameOf(id), before: valuesOf(before[id], names), after: valuesOf(after[id], names) }));
}

function factsUnder(prefix: string, details: LogRowView['details']): LogRowView['details'] {
  return Object.fromEntries(Object.entries(details).flatMap(([id, value]) => (id.startsWith(prefix) ? [[id.slice(prefix.length), value]] : [])));
}

function nameOf(id: string): Wording | null {
  return NAMED.has(id) ? wording(`log.factNames.${id}`) : null;
}

function valuesOf(value: Fact | undefined, names: ReadonlyMap<string, string>): readonly ToldValue[] {
  if (value === null || value === undefined) return [wording('log.details.nothing')];
  if (typeof value === 'boolean') return [wording(value ? 'log.details.yes' : 'log.details.no')];
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'string') return value.length === 0 ? [wording('log.details.nothing')] : value.map((each) => textOf(each, names));
  return [textOf(value, names)];
}

function textOf(text: string, names: ReadonlyMap<string, string>): ToldValue {
  if (ROLE_NAMES.has(text)) return wording(`roles.${text}`);
  return names.get(text) ?? (INSTANT.test(text) ? dateAndTime(text) : text);
}
