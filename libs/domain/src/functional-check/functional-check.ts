// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardState } from '../card/card-states';
import { daysBetween, isAfter, isBefore } from '../time/date-arithmetic';
import type { LocalDate } from '../time/local-date';
import type { Check, CheckAdvice, CheckFinding, CheckOutcome, FindingRule } from './findings';
import { FINDING_RULES } from './findings';

export type UnreadableCard = 'no-chip' | 'unreadable' | 'not-cns' | 'unsupported' | 'not-pushed-in' | 'faulty-chip' | 'professional-card';

/** What is known of the card in the reader. No PIN is asked: all of it is public on the chip, or in the register. */
export type CardToCheck =
  | {
      readonly kind: 'read';
      /** The numbers on the chip are not quite as such numbers are. */
      readonly isOdd: boolean;
      readonly issuedOn: LocalDate;
      readonly expiresOn: LocalDate;
      readonly certificate: 'valid' | 'expired' | 'not-yet-valid' | 'untrusted' | 'of-another-card';
      readonly state: CardState;
      readonly revocation: 'none' | 'found' | 'not-checked';
      /** Whether its ID_Carta lies in a lot that somebody reported. */
      readonly isInReportedLot: boolean;
    }
  | { readonly kind: 'not-usable'; readonly reason: UnreadableCard };

export const VERDICTS = ['works', 'doubtful', 'works-not'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface CheckRow {
  readonly check: Check;
  readonly outcome: CheckOutcome;
  readonly finding: CheckFinding;
}

export interface FunctionalCheck {
  readonly rows: readonly CheckRow[];
  readonly verdict: Verdict;
  readonly advice: CheckAdvice;
}

/** A new card is posted ninety days before the old one expires. */
const SOON_DAYS = 90;

/** *Verifica funzionale*: what was found, and what it means. What nobody could check makes no card doubtful, and is told as not checked. */
export function checkCard(card: CardToCheck, today: LocalDate): FunctionalCheck {
  const rows = findingsOf(card, today).map(rowOf);
  const worst = (['bad', 'warning', 'ok'] as const).flatMap((outcome) => rows.filter((row) => row.outcome === outcome));
  const advice = worst.map(({ finding }) => ruleOf(finding).advice).find((found) => found !== undefined) ?? 'fine';
  return { rows, verdict: verdictOf(rows), advice };
}

function findingsOf(card: CardToCheck, today: LocalDate): readonly CheckFinding[] {
  if (card.kind === 'not-usable') return [card.reason, 'dates-not-read', 'certificate-not-read', 'unknown', 'revocation-not-checked', 'lot-not-checked'];
  return [
    card.isOdd ? 'chip-odd' : 'chip-read',
    datesOf(card.issuedOn, card.expiresOn, today),
    `certificate-${card.certificate}`,
    card.state,
    `revocation-${card.revocation}`,
    card.isInReportedLot ? 'lot-reported' : 'lot-none',
  ];
}

function datesOf(issuedOn: LocalDate, expiresOn: LocalDate, today: LocalDate): CheckFinding {
  if (isBefore(expiresOn, today)) return 'date-passed';
  if (isAfter(issuedOn, today)) return 'not-yet-issued';
  return daysBetween(today, expiresOn) <= SOON_DAYS ? 'expires-soon' : 'in-force';
}

function rowOf(finding: CheckFinding): CheckRow {
  const { check, outcome } = ruleOf(finding);
  return { check, outcome, finding };
}

function ruleOf(finding: CheckFinding): FindingRule {
  return FINDING_RULES[finding];
}

function verdictOf(rows: readonly CheckRow[]): Verdict {
  if (rows.some(({ outcome }) => outcome === 'bad')) return 'works-not';
  return rows.some(({ outcome }) => outcome === 'warning') ? 'doubtful' : 'works';
}
