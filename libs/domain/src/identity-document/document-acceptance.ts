// SPDX-License-Identifier: AGPL-3.0-or-later
import { isAfter, isBefore } from '../time/date-arithmetic';
import type { LocalDate } from '../time/local-date';
import { DOCUMENT_TYPE_RULES } from './document-type-rules';
import { DOCUMENT_TYPES } from './document-types';
import type { DocumentType, DocumentTypeRule } from './document-types';
import type { DocumentRefusal } from './identity-document';

/** The types on which no source decides, so that the installation does. */
export const CHOOSABLE_DOCUMENT_TYPES: readonly DocumentType[] = DOCUMENT_TYPES.filter((type) => DOCUMENT_TYPE_RULES[type].isAcceptedByDefault !== undefined);

/** What the installation says of them; what it leaves open keeps its default. */
export type ChosenDocuments = Readonly<Partial<Record<DocumentType, boolean>>>;

/** Why a type proves nothing on a day; undefined when it does. `chosen` is heard on choosable types only: what law says is nobody's choice. */
export function refusalOfType(type: DocumentType, day: LocalDate, chosen: ChosenDocuments = {}): DocumentRefusal | undefined {
  const rule = DOCUMENT_TYPE_RULES[type];
  if (rule.isAcceptedByDefault !== undefined) return (chosen[type] ?? rule.isAcceptedByDefault) ? undefined : { kind: 'document-not-accepted', type, since: undefined };
  if (rule.accepted.some(({ since, until }) => !isBefore(day, since) && (!until || isBefore(day, until.date)))) return undefined;
  const ended = lastEnded(rule, day);
  return type === 'paper-identity-card' && ended
    ? { kind: 'paper-id', since: ended.date, source: ended.source }
    : { kind: 'document-not-accepted', type, since: ended?.date };
}

/** The types that a desk takes on a day, in the order of the form. */
export function acceptedDocuments(day: LocalDate, chosen: ChosenDocuments = {}): readonly DocumentType[] {
  return DOCUMENT_TYPES.filter((type) => refusalOfType(type, day, chosen) === undefined);
}

function lastEnded({ accepted }: DocumentTypeRule, day: LocalDate): { readonly date: LocalDate; readonly source: string } | undefined {
  return accepted.flatMap(({ until }) => (until && !isAfter(until.date, day) ? [until] : [])).at(-1);
}
