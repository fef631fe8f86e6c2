// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EnvelopeStyle } from '@sportello/domain';
import type { CaseRow } from '../database/rows/case-row';

type StyleColumns = Pick<CaseRow, 'envelopeLanguage' | 'envelopeLayout'>;

export function styleOf({ envelopeLanguage, envelopeLayout }: StyleColumns): EnvelopeStyle {
  return { language: envelopeLanguage, layout: envelopeLayout };
}

export function columnsOf({ language, layout }: EnvelopeStyle): StyleColumns {
  return { envelopeLanguage: language, envelopeLayout: layout };
}
