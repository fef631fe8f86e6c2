// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DocumentType, Sex } from '@sportello/domain';
import type { RichText } from '../drawing/rich-text';
import type { ActivationFormData } from '../form/form-data';
import { ENGLISH } from './english';
import type { HelpDesk } from './help-desk';
import { ITALIAN } from './italian';
import type { Language } from './language';

/** A heading and what it says. */
export interface Paragraph {
  readonly title: string;
  readonly text: RichText;
}

export interface EnvelopeTexts {
  /** Title of the file. */
  readonly file: string;
  readonly controlNumber: string;
  readonly expected: (controlNumber: string) => string;
  readonly recipientLabel: string;
  readonly delivery: (place: string, desk: string, date: string) => string;
  readonly outerCodeNote: string;
  readonly outerCodeAlt: (outerCode: string) => string;
  readonly seal: { readonly title: string; readonly secret: string; readonly broken: string; readonly lift: string };
  readonly steps: readonly [Paragraph, Paragraph, Paragraph];
  readonly insideTitle: (recipient: string) => string;
  readonly pin: CodeTexts;
  readonly puk: CodeTexts;
  readonly cip: (phone: string) => CodeTexts;
  readonly warning: Paragraph;
  readonly needed: (cardType: string | null) => Paragraph;
  readonly notDone: Paragraph;
}

/** What a code is for, and what one must know of it. */
export interface CodeTexts {
  readonly name: string;
  readonly use: string;
  readonly more: string;
}

export interface FormTexts {
  /** Also the title of the file. */
  readonly title: string;
  readonly subtitle: (receiptNumber: string, copy: string) => string;
  readonly copies: readonly [string, string];
  readonly formNumberAlt: (formNumber: string) => string;
  readonly who: string;
  readonly holder: string;
  readonly born: (sex: Sex, date: string, place: string) => string;
  readonly codiceFiscale: string;
  readonly card: string;
  readonly cardValue: (type: string | null, idCartaLast4: string, expiry: string) => RichText;
  readonly document: string;
  readonly documentNames: Readonly<Record<DocumentType, string>>;
  readonly documentValue: (name: string, last4: string) => RichText;
  readonly what: string;
  readonly activation: string;
  readonly modes: Readonly<Record<ActivationFormData['mode'], string>>;
  readonly activationValue: (day: string, time: string, mode: string) => string;
  readonly envelope: string;
  readonly envelopeValue: (controlNumber: string) => string;
  readonly operator: string;
  readonly request: (noticeVersion: string) => Paragraph;
  readonly placeAndDate: string;
  readonly signature: string;
  readonly loss: (phone: string) => Paragraph;
  readonly controller: (name: string) => string;
}

/** Everything that paper says in one language. */
export interface Catalogue {
  readonly test: string;
  readonly desk: string;
  readonly helpDeskLine: (helpDesk: HelpDesk) => RichText;
  readonly envelope: EnvelopeTexts;
  readonly form: FormTexts;
}

export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { it: ITALIAN, en: ENGLISH };
