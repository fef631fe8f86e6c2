// SPDX-License-Identifier: AGPL-3.0-or-later
import { FULL_AGE } from '../../time/age';
import { DESK_KINDS } from '../desk-kinds';
import type { CaseKindRule } from './case-kind';

/** An adult who comes in person with the own card and an identity document in force. */
export const HOLDER: CaseKindRule = {
  kind: 'holder',
  identified: 'holder',
  holderAge: { atLeast: FULL_AGE },
  papers: ['holder-card', 'holder-identity-document'],
  needsApproval: false,
  deskKinds: DESK_KINDS,
  printouts: ['envelope', 'form'],
  mode: 'direct',
};
