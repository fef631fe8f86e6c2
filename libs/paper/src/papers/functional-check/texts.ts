// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Check, CheckAdvice, CheckFinding, Verdict } from '@sportello/domain';
import type { Language } from '../../text/language';
import { CHECK_ENGLISH } from './english';
import { CHECK_GERMAN } from './german';
import { CHECK_ITALIAN } from './italian';

export interface FunctionalCheckTexts {
  readonly title: string;
  readonly subtitle: (day: string, time: string, operator: string) => string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly card: string;
  readonly type: string;
  readonly number: string;
  readonly numberValue: (last4: string) => string;
  readonly notRead: string;
  readonly checked: string;
  readonly checks: Readonly<Record<Check, string>>;
  readonly findings: Readonly<Record<CheckFinding, string>>;
  readonly advice: Readonly<Record<CheckAdvice, string>>;
  /** What was not looked at. */
  readonly limits: string;
}

export const FUNCTIONAL_CHECK_TEXTS: Readonly<Record<Language, FunctionalCheckTexts>> = { it: CHECK_ITALIAN, en: CHECK_ENGLISH, de: CHECK_GERMAN };
