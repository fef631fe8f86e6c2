// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ApprovalFacts } from '@sportello/domain';
import * as z from 'zod';
import { Base64Url, ControlNumberText, Id } from '../primitives';

export { APPROVAL_CODE, approvalText, bareApprovalCode } from '@sportello/domain';

/** The name under which somebody is registered with the vault: their user name at the desk. */
export const PersonName = z.string().regex(/^[^\p{Cc}]{1,200}$/u);

/** What one person approves, as the API hands it to their page. */
export const ApprovalDocument = z
  .strictObject({
    requestId: Id,
    challenge: Base64Url,
    person: PersonName,
    caseId: Id,
    intentId: Id,
    controlNumber: ControlNumberText,
    toStationId: Id,
    toKey: Base64Url,
  })
  .meta({ id: 'ApprovalDocument' }) satisfies z.ZodType<ApprovalFacts>;
export type ApprovalDocument = z.infer<typeof ApprovalDocument>;
