// SPDX-License-Identifier: AGPL-3.0-or-later
import type {
  ApplicantQuality,
  CaseKind,
  CasePurpose,
  CertificateAct,
  CertificateRevocationReason,
  Check,
  CheckAdvice,
  CheckFinding,
  DeclarableReason,
  Declaration,
  DocumentType,
  DuplicateReason,
  ModeOfActivation,
  ReturnReason,
  Sex,
  SigningWay,
  Verdict,
} from '@sportello/domain';

/** As a paper names somebody; what is not known is an empty text or null, and its place stays free for a hand. */
export interface PersonData {
  /** Surname and name as on the chip, in capitals. */
  readonly fullName: string;
  /** As the codice fiscale tells it: it decides `nata` or `nato`. */
  readonly sex: Sex | null;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string | null;
  /** The municipality. */
  readonly birthPlace: string;
  readonly codiceFiscale: string;
}

export interface HolderData extends PersonData {
  readonly sex: Sex;
  readonly birthDate: string;
}

export interface DocumentData {
  readonly type: DocumentType;
  /** Of its number. */
  readonly last4: string;
}

export interface CardData {
  /** E.g. `AC2018`; null when the chip does not tell. */
  readonly type: string | null;
  readonly idCartaLast4: string;
  /** `YYYY-MM-DD`. */
  readonly expiresOn: string;
}

/** Who asked for what, for which card, known by which document. */
export interface ApplicationData {
  /** Printed as Code 39 too, e.g. `P119-26`: capitals, digits and dashes. */
  readonly formNumber: string;
  /** E.g. `2026-000884`. */
  readonly receiptNumber: string;
  readonly kind: CaseKind;
  readonly purpose: CasePurpose;
  readonly duplicateReason: DuplicateReason | null;
  readonly mode: ModeOfActivation;
  readonly holder: HolderData;
  /** Null: the holder themself. */
  readonly applicant: (PersonData & { readonly quality: ApplicantQuality }) | null;
  readonly card: CardData;
  /** Of whoever stands at the counter. */
  readonly document: DocumentData;
  /** The instant of the request, ISO 8601 with offset; printed as the desk's clock showed it. */
  readonly requestedAt: string;
  /** Of the envelope sheet that goes with it. */
  readonly controlNumber: string;
  /** As shown to the citizen, e.g. `L. Bini`. */
  readonly operator: string;
}

export interface FormData extends ApplicationData {
  readonly paper: 'form';
}

export interface ReceiptData extends ApplicationData {
  readonly paper: 'receipt';
  readonly deliveredAt: string | null;
  /** That the act stands in the log, for a QR code; null: the log has not sealed it yet. */
  readonly logProof: string | null;
}

export interface SelfDeclarationData {
  readonly paper: 'self-declaration';
  readonly formNumber: string;
  readonly declaration: Declaration;
  readonly declarant: PersonData;
  readonly document: DocumentData | null;
  /** One declaration is enough for several cards of the same visit. */
  readonly holders: readonly { readonly fullName: string; readonly birthDate: string; readonly codiceFiscale: string; readonly idCartaLast4: string }[];
  readonly decree: { readonly number: string; readonly issuedOn: string; readonly court: string } | null;
  readonly title: string;
  readonly duplicateReason: DuplicateReason | null;
  readonly signing: SigningWay;
}

export interface DelegationData {
  readonly paper: 'delegation';
  /** Null: of no case yet, and without a bar code. */
  readonly formNumber: string | null;
  readonly holder: (PersonData & { readonly document: DocumentData | null }) | null;
  readonly delegate: (PersonData & { readonly document: DocumentData | null }) | null;
}

export interface LeafletData {
  readonly paper: 'leaflet';
  readonly cardType: string | null;
  readonly software: string | null;
}

export interface ReturnSlipData {
  readonly paper: 'return-slip';
  readonly reason: ReturnReason;
  /** Set: whoever shows the slip does not queue. */
  readonly caseNumber: number | null;
  readonly issuedAt: string;
}

export interface WhatToBringData {
  readonly paper: 'what-to-bring';
  readonly kind: CaseKind;
  readonly purpose: CasePurpose;
}

export interface FunctionalCheckData {
  readonly paper: 'functional-check';
  readonly checkedAt: string;
  readonly operator: string;
  readonly cardType: string | null;
  readonly idCartaLast4: string | null;
  readonly verdict: Verdict;
  readonly advice: CheckAdvice;
  readonly rows: readonly { readonly check: Check; readonly finding: CheckFinding }[];
}

/** Amounts are cents of a euro. */
export interface SaleReceiptData {
  readonly paper: 'sale-receipt';
  readonly receiptNumber: string;
  readonly soldAt: string;
  readonly operator: string;
  readonly quantity: number;
  readonly unitNetCents: number;
  readonly vatPercent: number;
  readonly netCents: number;
  readonly vatCents: number;
  readonly totalCents: number;
}

export interface RevocationReceiptData {
  readonly paper: 'revocation-receipt';
  readonly requestNumber: string;
  readonly recordedAt: string;
  readonly operator: string;
  readonly act: CertificateAct;
  readonly reason: CertificateRevocationReason;
  /** Null: nobody was recognised, and no card is named. */
  readonly idCartaLast8: string | null;
  /** Nothing is to be decided any more. */
  readonly isDecided: boolean;
}

/** What somebody declares and signs at a desk who has no report. */
export interface RevocationDeclarationData {
  readonly paper: 'revocation-declaration';
  readonly reason: DeclarableReason;
  /** When it was noticed. */
  readonly happenedAt: string;
  readonly declarant: PersonData;
  readonly document: DocumentData;
  readonly isHolder: boolean;
  readonly idCartaLast8: string;
}

/** What a paper without a code tells. */
export type PaperData = FormData | ReceiptData | SelfDeclarationData | DelegationData | LeafletData | ReturnSlipData | WhatToBringData | FunctionalCheckData | SaleReceiptData | RevocationReceiptData | RevocationDeclarationData;
