// SPDX-License-Identifier: AGPL-3.0-or-later
import { assertNever, DOCUMENT_TYPE_RULES, parseDayAndMonth, parseItalianDate } from '@sportello/domain';
import type { DocumentAssessment, DocumentField, DocumentRefusal } from '@sportello/domain';
import { writtenDate } from '../../data/time/desk-time';
import type { ShapeName } from '../shape/shape';
import { wording } from '../words/wording';
import type { Wording } from '../words/wording';
import type { DocumentForm } from './document-form';

export interface ToMend {
  readonly field: DocumentField;
  /** `absent`: nothing written yet; `wrong`: what is written will not do. */
  readonly is: 'absent' | 'wrong';
  readonly words: Wording;
}

/** What each field needs before the document can be judged, in the order of the form. */
export function toMend(form: DocumentForm): readonly ToMend[] {
  const assessment = form.assessment();
  if (assessment.kind === 'in-force') return [];
  if (assessment.kind === 'refused') return slipOf(assessment.reason);
  return assessment.missing.map((gap) => {
    if (gap.kind === 'malformed') return { field: gap.field, is: 'wrong', words: wording('document.numberMalformed', { example: gap.example }) };
    return dateTrouble(form, gap.field) ?? { field: gap.field, is: 'absent', words: wording('document.absent') };
  });
}

/** Dates that cannot be are a slip of the fingers, and mended in their field; the other refusals stand. */
function slipOf(reason: DocumentRefusal): readonly ToMend[] {
  switch (reason.kind) {
    case 'document-not-yet-issued':
      return [{ field: 'issuedOn', is: 'wrong', words: wording('document.issuedInFuture') }];
    case 'document-dates-disagree':
      return [{ field: 'issuedOn', is: 'wrong', words: wording(`document.${reason.disagreement.kind}`) }];
    case 'document-expired':
    case 'paper-id':
    case 'document-not-accepted':
      return [];
    default:
      return assertNever(reason);
  }
}

export type StandingRefusal = Extract<DocumentRefusal, { kind: 'document-expired' | 'paper-id' | 'document-not-accepted' }>;

/** The refusal that no typing mends: the citizen needs another document. */
export function standingRefusal(assessment: DocumentAssessment): StandingRefusal | null {
  if (assessment.kind !== 'refused') return null;
  const { reason } = assessment;
  return reason.kind === 'document-expired' || reason.kind === 'paper-id' || reason.kind === 'document-not-accepted' ? reason : null;
}

function dateTrouble(form: DocumentForm, field: DocumentField): ToMend | undefined {
  if (field !== 'issuedOn' && field !== 'expiresOn') return undefined;
  const text = form[field]();
  const date = parseItalianDate(text);
  if (text.trim() === '' || date.ok) return undefined;
  // Day and month alone wait for the expiry, which tells the year; where it does not, the year is read off the document, too.
  if (field === 'issuedOn' && parseDayAndMonth(text)) {
    return form.expiresOn() !== '' ? { field, is: 'wrong', words: wording('document.issueYear') } : undefined;
  }
  const { refusal } = date;
  if (refusal.kind === 'bad-format') return { field, is: 'wrong', words: wording('document.dateFormat') };
  const isDayTooHigh = refusal.month >= 1 && refusal.month <= 12;
  const words = isDayTooHigh
    ? wording(`document.noSuchDay.${refusal.month}`, { day: refusal.day, year: refusal.year })
    : wording('document.noSuchMonth', { month: refusal.month });
  return { field, is: 'wrong', words };
}

export interface Validity {
  readonly shape: ShapeName;
  readonly words: Wording;
}

/** The word above the expiry: in force for how long, or no longer. */
export function validityOf(form: DocumentForm): Validity | null {
  const assessment = form.assessment();
  if (assessment.kind === 'in-force') {
    const { validity } = assessment;
    if (validity.kind === 'unlimited') return { shape: 'done', words: wording('document.unlimited') };
    const { left, daysLeft } = validity;
    if (left.years > 0) return { shape: 'done', words: wording(left.years === 1 ? 'document.yearLeft' : 'document.yearsLeft', { count: left.years }) };
    if (left.months > 0) return { shape: 'done', words: wording(left.months === 1 ? 'document.monthLeft' : 'document.monthsLeft', { count: left.months }) };
    return { shape: 'done', words: daysLeft === 0 ? wording('document.lastDay') : wording(daysLeft === 1 ? 'document.dayLeft' : 'document.daysLeft', { count: daysLeft }) };
  }
  const refusal = standingRefusal(assessment);
  if (!refusal) return null;
  return { shape: 'stopped', words: refusalInShort(refusal) };
}

function refusalInShort(refusal: StandingRefusal): Wording {
  switch (refusal.kind) {
    case 'paper-id':
      return wording('document.paperId');
    case 'document-not-accepted':
      return wording('document.notAccepted');
    case 'document-expired':
      return wording('document.expired', { date: writtenDate(refusal.expiredOn) });
    default:
      return assertNever(refusal);
  }
}

/** Oddities worth a look, under the form. */
export function hintsOf(form: DocumentForm): readonly Wording[] {
  const assessment = form.assessment();
  if (assessment.kind !== 'in-force' || form.day().isBirthDateUnknown) return [];
  return assessment.hints.map((hint) => {
    switch (hint.kind) {
      case 'expiry-not-on-birthday':
        return wording('document.hintBirthday', { date: writtenDate(hint.birthday) });
      case 'longer-than-usual':
        return wording('document.hintLonger', { count: hint.years });
      case 'not-for-spid':
        return wording('document.hintNotForSpid');
      default:
        return assertNever(hint);
    }
  });
}

/** How such a number looks, where its shape is known. */
export function numberExample(form: DocumentForm): string {
  return DOCUMENT_TYPE_RULES[form.type()].number?.example ?? '';
}
