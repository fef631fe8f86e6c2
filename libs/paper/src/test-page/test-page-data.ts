// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EnvelopeLanguage, Stationery } from '@sportello/domain';

export interface TestPageData {
  readonly language: EnvelopeLanguage;
  readonly stationery: Stationery;
  /** The date of the file. */
  readonly date: Date;
}
