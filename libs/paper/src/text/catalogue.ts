// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ApplicantQuality, CaseKind, CasePurpose, DocumentType, DuplicateReason, ModeOfActivation, Sex, Stationery } from '@sportello/domain';
import type { RichText } from '../drawing/rich-text';
import type { Opening } from '../stationery/stationery-geometry';
import { ENGLISH } from './english';
import { GERMAN } from './german';
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
  readonly sealTitle: string;
  readonly openings: Readonly<Record<Opening, OpeningTexts>>;
  /** Before signing, at home, and then. */
  readonly stepTitles: readonly [string, string, string];
  /** What to do with it once it is open. */
  readonly keep: string;
  readonly insideTitle: (recipient: string) => string;
  readonly pin: CodeTexts;
  readonly puk: CodeTexts;
  readonly cip: (phone: string) => CodeTexts;
  readonly warning: Paragraph;
  readonly needed: (cardType: string | null) => Paragraph;
  readonly notDone: Paragraph;
}

/** How this stationery is opened. */
export interface OpeningTexts {
  /** Where the codes are, and that nobody knows them. */
  readonly secret: string;
  /** When not to take it. */
  readonly broken: string;
  /** Beside the arrow. */
  readonly tab: string;
  readonly check: string;
  readonly open: string;
}

/** What a code is for, and what one must know of it. */
export interface CodeTexts {
  readonly name: string;
  readonly use: string;
  readonly more: string;
}

/** What somebody asks for. */
export interface AskTexts {
  readonly own: string;
  readonly forAnother: (holder: string) => string;
}

export interface FormTexts {
  /** Also the title of the file. */
  readonly title: string;
  readonly receiptTitle: string;
  readonly subtitle: (purpose: string, kind: string, receiptNumber: string, copy: string) => string;
  readonly purposes: Readonly<Record<CasePurpose, string>>;
  readonly kinds: Readonly<Record<CaseKind, string>>;
  readonly copies: Readonly<Record<'citizen' | 'desk', string>>;
  readonly receiptCopy: string;
  readonly formNumberAlt: (formNumber: string) => string;
  readonly who: string;
  readonly holder: string;
  readonly qualities: Readonly<Record<ApplicantQuality, string>>;
  readonly born: (sex: Sex | null, date: string, place: string) => string;
  readonly codiceFiscale: string;
  readonly card: string;
  readonly cardValue: (type: string | null, idCartaLast4: string, expiry: string) => RichText;
  readonly document: string;
  readonly documentNames: Readonly<Record<DocumentType, string>>;
  readonly documentValue: (name: string, last4: string) => RichText;
  readonly what: string;
  /** What is done, as the label of its row. */
  readonly acts: Readonly<Record<CasePurpose, string>>;
  readonly modes: Readonly<Record<ModeOfActivation, string>>;
  readonly actValue: (day: string, time: string, mode: string, reason: string | null) => string;
  readonly duplicateReasons: Readonly<Record<DuplicateReason, string>>;
  readonly envelope: string;
  readonly envelopeValue: (controlNumber: string) => string;
  readonly delivered: string;
  readonly deliveredValue: (at: { readonly day: string; readonly time: string } | null) => string;
  readonly operator: string;
  readonly leaflet: string;
  readonly leafletValue: (cardType: string | null) => string;
  readonly asks: Readonly<Record<CasePurpose, AskTexts>>;
  readonly request: (noticeVersion: string, ask: string) => Paragraph;
  readonly placeAndDate: string;
  readonly signature: string;
  readonly loss: (phone: string) => Paragraph;
  /** Beside the QR code that proves the act. */
  readonly logProof: Paragraph & { readonly alt: string };
  /** In its place, in the moment before the log has sealed the act. */
  readonly logProofToCome: Paragraph;
  readonly controller: (name: string) => string;
}

/** The page by which an administrator aligns a printer. It carries no secret. */
export interface TestPageTexts {
  /** Also the title of the file. */
  readonly title: string;
  readonly noSecret: string;
  readonly how: Readonly<Record<'envelopes' | 'forms', string>>;
  readonly sides: readonly [string, string];
  readonly stationery: string;
  readonly stationeries: Readonly<Record<Stationery, string>>;
  readonly numberField: string;
  readonly mask: string;
  readonly codes: string;
  readonly fold: string;
  readonly margins: string;
  readonly dummyAlt: (text: string) => string;
}

/** Everything that paper says in one language. */
export interface Catalogue {
  readonly test: string;
  readonly desk: string;
  readonly logoAlt: (body: string) => string;
  readonly helpDeskLine: (helpDesk: HelpDesk) => RichText;
  readonly envelope: EnvelopeTexts;
  readonly form: FormTexts;
  readonly testPage: TestPageTexts;
}

export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { it: ITALIAN, en: ENGLISH, de: GERMAN };
