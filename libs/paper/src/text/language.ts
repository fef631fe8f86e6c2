// SPDX-License-Identifier: AGPL-3.0-or-later
/** Paper is printed in the languages of the envelope. */
export type { EnvelopeLanguage as Language } from '@sportello/domain';
