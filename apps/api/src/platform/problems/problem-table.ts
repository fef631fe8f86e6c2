// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ProblemCode } from '@sportello/contracts';
import type { DeskRefusalKind } from '@sportello/domain';
import type { Refusal } from './refusal';

export interface ProblemRow {
  readonly status: number;
  readonly title: string;
}

/** The one place where a code meets an HTTP status. A code without a row does not compile. */
export const PROBLEMS: Readonly<Record<ProblemCode, ProblemRow>> = {
  'invalid-request': { status: 400, title: 'The request is not of the agreed shape' },
  'not-signed-in': { status: 401, title: 'Nobody is signed in' },
  'sign-in-failed': { status: 401, title: 'Name or password are not right' },
  'too-many-attempts': { status: 429, title: 'Too many attempts: wait' },
  'csrf-token-missing': { status: 403, title: 'The token against forged requests is missing or not right' },
  forbidden: { status: 403, title: 'Not allowed' },
  'not-found': { status: 404, title: 'Not found' },
  'idempotency-key-missing': { status: 400, title: 'An act needs an idempotency key' },
  'idempotency-key-reused': { status: 422, title: 'The idempotency key was used for another act' },
  'forbidden-transition': { status: 409, title: 'The case does not allow this now' },
  'case-changed': { status: 409, title: 'The case changed in the meantime' },

  'no-card': { status: 409, title: 'No card in the reader' },
  'card-removed': { status: 409, title: 'The card was removed' },
  'card-changed': { status: 409, title: 'Another card is in the reader' },
  'wrong-card': { status: 409, title: 'The card is not the case’s' },
  'no-chip': { status: 422, title: 'The card has no chip' },
  unreadable: { status: 422, title: 'The card cannot be read' },
  'not-cns': { status: 422, title: 'The card is no health card' },
  unsupported: { status: 422, title: 'The type of card is not supported here' },
  'not-pushed-in': { status: 422, title: 'The card is not pushed in' },
  'faulty-chip': { status: 422, title: 'The chip is faulty' },
  'professional-card': { status: 422, title: 'An operator’s card, not a citizen’s' },
  'other-region': { status: 422, title: 'A card of a region that this desk does not activate' },
  'card-expired': { status: 422, title: 'The card has expired' },
  'certificate-expired': { status: 422, title: 'The certificate on the chip has expired' },
  'certificate-untrusted': { status: 422, title: 'The certificate on the chip is not trusted' },
  'certificate-of-another-card': { status: 422, title: 'The certificate on the chip names another card' },
  'already-active': { status: 422, title: 'The card is active already' },
  'card-suspended': { status: 422, title: 'The card is suspended' },
  'card-revoked': { status: 422, title: 'The card is revoked' },
  'card-replaced': { status: 422, title: 'The card was replaced by another' },
  'state-unknown': { status: 422, title: 'The state of the card is not known' },
  'not-active-yet': { status: 422, title: 'The card was never taken into use' },
  'codes-not-replaceable': { status: 422, title: 'The codes of such a card cannot be replaced' },
  'minor-as-holder': { status: 422, title: 'The holder is a minor' },
  'kind-not-for-age': { status: 422, title: 'The kind of case is not for a holder of this age' },
  'kind-not-at-desk': { status: 422, title: 'The kind of case is not handled at such a desk' },
  'own-card': { status: 403, title: 'Nobody acts on the own card' },
  'own-case': { status: 403, title: 'Nobody decides on a case in which they acted' },
  'case-at-another-desk': { status: 409, title: 'The card has an open case at another desk' },
  'document-incomplete': { status: 422, title: 'The document is not told in full' },
  'document-expired': { status: 422, title: 'The document has expired' },
  'document-not-yet-issued': { status: 422, title: 'The document is issued in the future' },
  'document-dates-disagree': { status: 422, title: 'The dates of the document disagree' },
  'document-number-malformed': { status: 422, title: 'The number of the document is not of its type’s form' },
  'document-type-unknown': { status: 422, title: 'The type of document is not known' },
  'paper-id': { status: 422, title: 'Paper identity cards are no longer documents' },
  'decision-missing': { status: 422, title: 'A difference between chip and document was not decided' },
  'face-not-confirmed': { status: 422, title: 'The face was not compared' },
  'applicant-is-holder': { status: 422, title: 'The applicant is the holder' },
  'applicant-not-adult': { status: 422, title: 'The applicant is a minor' },
  'applicant-is-operator': { status: 403, title: 'Nobody acts on an application of the own' },
  'cards-swapped': { status: 409, title: 'The two cards lie in each other’s place' },
  'same-card-twice': { status: 409, title: 'The applicant’s card is the case’s own' },
  'applicant-card-differs': { status: 422, title: 'The applicant’s card and document name two people' },
  'delegation-names-another': { status: 422, title: 'The delegation names somebody else' },
  'delegation-missing': { status: 422, title: 'The delegation is not told' },
  'declaration-missing': { status: 422, title: 'A declaration was not signed' },
  'paper-missing': { status: 422, title: 'A paper is missing' },
  'decree-missing': { status: 422, title: 'The decree is not told' },
  'applicant-card-reason-missing': { status: 422, title: 'The applicant shows no card and no reason is recorded' },
  'same-visit-ended': { status: 409, title: 'The visit of the earlier case is over' },
  'approval-waiting': { status: 409, title: 'The approval is still being waited for' },
  'approval-ended': { status: 409, title: 'The request for approval is over' },
  'own-approval': { status: 403, title: 'Who asked or worked the case does not approve it' },

  'no-sheets': { status: 409, title: 'No sheet is loaded' },
  'stationery-not-blind': { status: 409, title: 'The station’s sheets do not hide the codes' },
  'wrong-sheet': { status: 409, title: 'Not the sheet that is expected' },
  'scan-not-understood': { status: 422, title: 'The scan is neither an envelope nor a form' },
  'scan-too-early': { status: 409, title: 'The case does not await this scan yet' },
  'sheet-of-another-case': { status: 409, title: 'The envelope belongs to another case' },
  'sheet-of-another-desk': { status: 409, title: 'The envelope was printed at another desk' },
  'sheet-spoiled': { status: 409, title: 'The envelope’s codes are dead' },
  'sheet-already-scanned': { status: 409, title: 'The envelope was scanned already' },
  'sheet-already-delivered': { status: 409, title: 'The envelope was delivered already' },
  'form-of-another-case': { status: 409, title: 'The form belongs to another case' },
  'printing-stopped': { status: 409, title: 'Blind sheets do not print until something is explained' },
  'bad-sheet-range': { status: 422, title: 'The sheets end before they begin, or are too many' },
  'sheets-known': { status: 409, title: 'Some of these sheets are in the books already' },
  'sheets-not-here': { status: 409, title: 'Some of these sheets are not where the act needs them' },
  'second-person-needed': { status: 403, title: 'Somebody else has to sign' },
  'matter-settled': { status: 409, title: 'The matter is settled' },
  'matter-outcome': { status: 422, title: 'The matter cannot end so' },
  'day-already-open': { status: 409, title: 'The desk is open already' },
  'day-not-open': { status: 409, title: 'The desk is not open' },

  'station-offline': { status: 409, title: 'The station is not connected' },
  'no-station': { status: 409, title: 'The desk has no station' },
  'printer-unavailable': { status: 409, title: 'The printer cannot print' },
  'transport-codes-missing': { status: 409, title: 'No transport codes are known for the card' },
  'issuer-key-missing': { status: 409, title: 'No issuer key is configured for the card' },
  'issuer-key-stopped': { status: 409, title: 'Cards have refused the issuer key of this version: it is stopped' },
  'challenge-refused': { status: 409, title: 'The lease has had its cryptograms' },
  'supervisor-needed': { status: 409, title: 'A supervisor has to decide' },
  'codes-may-be-on-card': { status: 409, title: 'The codes may be on the card already: new ones would lose it' },
  'codes-at-lost-station': { status: 409, title: 'No station of the desk can open the codes' },
  'codes-aged-out': { status: 409, title: 'The codes waited too long and were destroyed' },
  'same-person': { status: 403, title: 'Who asked does not confirm' },
  'approval-refused': { status: 403, title: 'The vault does not know this person, or the approval code is another' },
  'approval-expired': { status: 409, title: 'The request to the vault is over or too old' },
  'station-not-certified': { status: 409, title: 'The vault has not certified the station' },
  'vault-refused': { status: 409, title: 'The vault did not give the codes' },
  'vault-limit-reached': { status: 429, title: 'The vault was asked too often' },
  'vault-unreachable': { status: 503, title: 'The vault cannot be reached' },
  'enrolment-code-unknown': { status: 403, title: 'The enrolment code is not known, used or too old' },
  'station-unknown': { status: 401, title: 'The station is not enrolled, or was revoked' },
  'signature-invalid': { status: 401, title: 'The request is not signed as it has to be' },
  'clock-skew': { status: 401, title: 'The clocks differ too much' },
  replayed: { status: 401, title: 'The request’s sequence number is not new' },
  'lease-lost': { status: 409, title: 'The write was given to another' },
  'job-unknown': { status: 404, title: 'The station has no such job' },
  'intent-voided': { status: 409, title: 'The codes were voided' },
  'intent-differs': { status: 409, title: 'The intent was recorded with another content' },
  'proof-invalid': { status: 422, title: 'The chip’s signature does not prove the activation' },
  overloaded: { status: 503, title: 'Too much to do at this moment' },
  unavailable: { status: 503, title: 'The database cannot be reached' },
  internal: { status: 500, title: 'Something went wrong here' },
};

/** What the desk's rules refuse, as the wire names it. A rule that learns a new refusal does not compile until it has a code here. */
const DESK_CODES: Readonly<Record<DeskRefusalKind, ProblemCode>> = {
  'no-chip': 'no-chip',
  unreadable: 'unreadable',
  'not-cns': 'not-cns',
  unsupported: 'unsupported',
  'not-pushed-in': 'not-pushed-in',
  'faulty-chip': 'faulty-chip',
  'professional-card': 'professional-card',
  'other-region': 'other-region',
  'card-expired': 'card-expired',
  'certificate-expired': 'certificate-expired',
  'already-active': 'already-active',
  'card-suspended': 'card-suspended',
  'card-revoked': 'card-revoked',
  'card-replaced': 'card-replaced',
  'state-unknown': 'state-unknown',
  'not-active-yet': 'not-active-yet',
  'minor-as-holder': 'minor-as-holder',
  'kind-not-for-age': 'kind-not-for-age',
  'kind-not-at-desk': 'kind-not-at-desk',
  'document-expired': 'document-expired',
  'paper-id': 'paper-id',
  'document-not-yet-issued': 'document-not-yet-issued',
  'document-dates-disagree': 'document-dates-disagree',
  'forbidden-transition': 'forbidden-transition',
  'cause-needed': 'forbidden-transition',
  'forbidden-sheet-transition': 'forbidden-transition',
  'sheet-reason-needed': 'forbidden-transition',
  'forbidden-card-transition': 'forbidden-transition',
  'bad-sheet-range': 'bad-sheet-range',
  'second-person-needed': 'second-person-needed',
  'matter-settled': 'matter-settled',
  'matter-outcome': 'matter-outcome',
};

export interface ProblemOfRefusal {
  readonly code: ProblemCode;
  readonly details: Readonly<Record<string, unknown>> | undefined;
}

/** Code and details of a refusal: a rule's fields are what its words need, and so are the details. */
export function problemOf(refusal: Refusal): ProblemOfRefusal {
  if (!isDeskRefusal(refusal)) return { code: refusal.kind, details: 'details' in refusal ? refusal.details : undefined };
  const { kind, ...fields } = refusal;
  return { code: DESK_CODES[kind], details: Object.keys(fields).length === 0 ? undefined : fields };
}

function isDeskRefusal(refusal: Refusal): refusal is Extract<Refusal, { readonly kind: DeskRefusalKind }> {
  return refusal.kind in DESK_CODES;
}
