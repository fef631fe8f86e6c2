// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EnvelopeLayout, Stationery } from '@sportello/domain';
import type { HelpDesk } from '../text/help-desk';
import type { Language } from '../text/language';

/** What the sealed envelope says besides the codes: nothing here opens anything. */
export interface EnvelopeData {
  readonly language: Language;
  readonly layout: EnvelopeLayout;
  /** What the sheet is: it decides where codes and number stand, and the words on how to open it. */
  readonly stationery: Stationery;
  /** Puts the plain test line on top of every page. */
  readonly isTest: boolean;
  /** The body that runs the desk, e.g. `Azienda sanitaria di esempio`. */
  readonly body: string;
  /** E.g. `Sportello 2`. */
  readonly deskName: string;
  /** E.g. `Massa`. */
  readonly place: string;
  /** The day on which it is to be handed over, `YYYY-MM-DD`. */
  readonly date: string;
  /** Surname and name as on the chip, in capitals, e.g. `ROSSI MARIA`. */
  readonly recipient: string;
  /** As printed at the card's top left, e.g. `AC2018`: it decides the citizen's software. Null when the chip does not tell. */
  readonly cardType: string | null;
  /** The control number of the sheet that the case expects, e.g. `000419`. */
  readonly controlNumber: string;
  /** Control number and the six characters that only paper knows, e.g. `000419-K7P4XR`: capitals, digits and dashes (Code 39). */
  readonly outerCode: string;
  /** Absent: the Tuscan help desk for TS-CNS. */
  readonly helpDesk?: HelpDesk | undefined;
}

/** The three codes in ASCII: digits, and capitals where the body's CIP has them. Their holder wipes them afterwards, and the rendered file too. */
export interface EnvelopeCodes {
  readonly pin: Uint8Array;
  readonly puk: Uint8Array;
  readonly cip: Uint8Array;
}
