// SPDX-License-Identifier: AGPL-3.0-or-later
import type { HelpDesk } from '../text/help-desk';
import type { Language } from '../text/language';

/** The identity documents that a desk accepts (DPR 445/2000 art. 35). */
export type PrintedDocumentType =
  | 'cie'
  | 'passport'
  | 'driving-licence'
  | 'nautical-licence'
  | 'pension-booklet'
  | 'heating-plant-licence'
  | 'firearms-licence'
  | 'state-card';

/** What the single form of an activation tells: request, notice and receipt. It never carries a code. */
export interface ActivationFormData {
  readonly language: Language;
  /** Puts the plain test line on top of every page. */
  readonly isTest: boolean;
  /** The body that runs the desk, e.g. `Azienda sanitaria di esempio`. */
  readonly body: string;
  /** E.g. `Sportello 2`. */
  readonly deskName: string;
  /** E.g. `Massa`. */
  readonly place: string;
  /** Printed as Code 39 too, e.g. `P119-26`: capitals, digits and dashes. */
  readonly formNumber: string;
  /** E.g. `2026-000884`. */
  readonly receiptNumber: string;
  readonly holder: {
    /** Surname and name as on the chip, in capitals. */
    readonly fullName: string;
    /** As the codice fiscale tells it: it decides `nata` or `nato`. */
    readonly sex: 'F' | 'M';
    /** `YYYY-MM-DD`. */
    readonly birthDate: string;
    /** The municipality, or an empty text where it is not known: then the row ends with the date. */
    readonly birthPlace: string;
    readonly codiceFiscale: string;
  };
  readonly card: {
    /** E.g. `AC2018`; null when the chip does not tell. */
    readonly type: string | null;
    readonly idCartaLast4: string;
    /** `YYYY-MM-DD`. */
    readonly expiresOn: string;
  };
  readonly document: {
    readonly type: PrintedDocumentType;
    /** Of its number. */
    readonly last4: string;
  };
  /** The instant of the request, ISO 8601 with offset; printed as the desk's clock showed it. */
  readonly requestedAt: string;
  /** Mode of activation; the other modes come with their case kinds. */
  readonly mode: 'direct';
  /** Of the envelope sheet that goes with it. */
  readonly controlNumber: string;
  /** As shown to the citizen, e.g. `L. Bini`. */
  readonly operator: string;
  /** The data controller (GDPR art. 4(7)). */
  readonly controller: string;
  /** The version of the notice (GDPR art. 13) that the citizen was shown, e.g. `3 del 1° settembre 2026`. */
  readonly noticeVersion: string;
  /** Absent: the Tuscan help desk for TS-CNS. */
  readonly helpDesk?: HelpDesk;
}
