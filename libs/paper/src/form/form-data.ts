// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DocumentType, ModeOfActivation, Sex } from '@sportello/domain';
import type { HelpDesk } from '../text/help-desk';
import type { Language } from '../text/language';

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
    readonly sex: Sex;
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
    readonly type: DocumentType;
    /** Of its number. */
    readonly last4: string;
  };
  /** The instant of the request, ISO 8601 with offset; printed as the desk's clock showed it. */
  readonly requestedAt: string;
  readonly mode: ModeOfActivation;
  /** Of the envelope sheet that goes with it. */
  readonly controlNumber: string;
  /** As shown to the citizen, e.g. `L. Bini`. */
  readonly operator: string;
  /** The data controller (GDPR art. 4(7)). */
  readonly controller: string;
  /** The version of the notice (GDPR art. 13) that the citizen was shown, e.g. `3 del 1° settembre 2026`. */
  readonly noticeVersion: string;
  /** Absent: the Tuscan help desk for TS-CNS. */
  readonly helpDesk?: HelpDesk | undefined;
}
