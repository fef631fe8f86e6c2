// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Permission } from '@sportello/domain';
import type { SignedInOperator } from '../../../platform/access/caller';
import type { CaseApprovalRow } from '../../../platform/database/rows/case-approval-row';

/** The supervisor who decides, on their own page or at the operator's desk. */
export interface Signer {
  readonly id: string;
  readonly codiceFiscale: string | null;
  readonly permissions: readonly Permission[];
  readonly bodyId: string;
  readonly signedAt: NonNullable<CaseApprovalRow['signedAt']>;
}

export function signerOf({ operator, desk, permissions }: SignedInOperator): Signer {
  return { id: operator.id, codiceFiscale: operator.codiceFiscale, permissions, bodyId: desk.bodyId, signedAt: 'own-page' };
}
