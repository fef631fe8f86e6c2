// SPDX-License-Identifier: AGPL-3.0-or-later
import { DOCUMENT_TYPE_RULES } from '../identity-document/document-type-rules';
import type { DocumentType } from '../identity-document/document-types';
import { hasFreeMovement } from '../identity-document/free-movement';
import type { LocalDate } from '../time/local-date';

interface ZoneHead {
  /** The first two characters, filler included. */
  readonly code: string;
  readonly issuingState: string;
  readonly number: string;
  readonly today: LocalDate;
}

/**
 * The document that a zone's code and State name (ICAO 9303-3 §4.4; residence permits `IR` by Regulation (EC) 1030/2002 and its like). Undefined for what is
 * no identity document of any sort, as a visa.
 */
export function documentTypeOf({ code, issuingState, number, today }: ZoneHead): DocumentType | undefined {
  const isItalian = issuingState === 'ITA';
  if (code.startsWith('P')) return isItalian ? 'passport' : 'foreign-passport';
  // A crew member’s certificate is `AC`, and no card of a State for its residents.
  if (!/^[ACI]/.test(code) || code === 'AC') return undefined;
  if (/^[ACI]R/.test(code)) return isItalian ? 'residence-permit' : 'foreign-residence-permit';
  // Both generations of the Italian card write C and ITA; only their numbers differ.
  if (isItalian) return DOCUMENT_TYPE_RULES.cie.number?.pattern.test(number) ? 'cie' : 'cie-optical';
  return hasFreeMovement(issuingState, today) ? 'eu-identity-card' : 'foreign-identity-card';
}
