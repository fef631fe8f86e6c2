// SPDX-License-Identifier: AGPL-3.0-or-later
import { UNAMBIGUOUS_ALPHABET } from '../text/unambiguous-alphabet';

/** What one person approves towards the vault: that the codes of this case, sheet and intent go to this key of this station, for one request only. */
export interface ApprovalFacts {
  readonly requestId: string;
  readonly challenge: string;
  readonly person: string;
  readonly caseId: string;
  readonly intentId: string;
  readonly controlNumber: string;
  readonly toStationId: string;
  /** Thumbprint of the station's key. */
  readonly toKey: string;
}

const FIELDS = ['requestId', 'challenge', 'person', 'caseId', 'intentId', 'controlNumber', 'toStationId', 'toKey'] as const satisfies readonly (keyof ApprovalFacts)[];

/** The one text of an approval: page and vault compute the MAC over its UTF-8. No field may hold a line break, so that no other facts have the same text. */
export function approvalText(facts: ApprovalFacts): string {
  return ['sportello-approval-v1', ...FIELDS.map((field) => `${field}: ${facts[field]}`)].join('\n');
}

/** Twenty characters of an alphabet of 31: 99 bits, so that a MAC tells nothing to whoever guesses. */
export const APPROVAL_CODE = { length: 20, alphabet: UNAMBIGUOUS_ALPHABET } as const;

/** The characters of an approval code, however it is typed: blanks, hyphens and case do not count. */
export function bareApprovalCode(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase();
}
