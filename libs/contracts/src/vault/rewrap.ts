// SPDX-License-Identifier: AGPL-3.0-or-later
import * as z from 'zod';
import { Base64Url, ControlNumberText, Id, IdCartaText, SealedBlobMessage } from '../primitives';
import { PersonName } from './approval';

/** A vault blob with all that it is bound to, as the station that sealed it signed it. */
export const VaultBlobDocument = z.strictObject({
  caseId: Id,
  intentId: Id,
  idCarta: IdCartaText,
  controlNumber: ControlNumberText,
  stationId: Id,
  vaultBlob: SealedBlobMessage,
});
export type VaultBlobDocument = z.infer<typeof VaultBlobDocument>;

/** The station that is to have the codes: the vault has it in its own register, or it gets nothing. */
export const RewrapTarget = z.strictObject({ stationId: Id, sealingKey: Base64Url });

/** The API asks that a blob be re-wrapped. Nothing happens before two people have approved. */
export const RewrapRequest = z.strictObject({ blob: VaultBlobDocument, signature: Base64Url, to: RewrapTarget });
export type RewrapRequest = z.infer<typeof RewrapRequest>;

/** What the vault answers: what its people have to approve, and for how long. Seconds, since the clocks of two machines differ. */
export const RewrapTicket = z.object({ requestId: Id, challenge: Base64Url, secondsLeft: z.int() });
export type RewrapTicket = z.infer<typeof RewrapTicket>;

/** One person's approval: an HMAC over {@link approvalText} under the key that only the person and the vault have. */
export const Approval = z.strictObject({ person: PersonName, mac: Base64Url.length(43) });
export type Approval = z.infer<typeof Approval>;

/** A blob that the vault sealed to a station, with all that it is bound to. */
export const ResealedBlobDocument = z.strictObject({ caseId: Id, intentId: Id, idCarta: IdCartaText, controlNumber: ControlNumberText, stationId: Id, blob: SealedBlobMessage });
export type ResealedBlobDocument = z.infer<typeof ResealedBlobDocument>;

/** The codes, sealed to the target and to nobody else; the signature is the vault's over {@link ResealedBlobDocument}, by which the target knows that nobody else sealed them. */
export const ResealedBlob = z.strictObject({ blob: SealedBlobMessage, signature: Base64Url });
export type ResealedBlob = z.infer<typeof ResealedBlob>;

/** `resealed` comes with the second approval. */
export const ApprovalAnswer = z.object({
  approvals: z.int(),
  resealed: ResealedBlob.nullable(),
  /** The newest entry of the vault's own log: kept by the API too, so that a log cut short is found. */
  head: z.object({ entry: z.int(), hash: z.string() }),
});
export type ApprovalAnswer = z.infer<typeof ApprovalAnswer>;

/** Why the vault does not do it. Stable: the API keys its own codes on them. */
export const VAULT_REFUSALS = [
  'invalid-request',
  'caller-unknown',
  'replayed',
  'too-many-requests',
  'station-not-certified',
  'blob-not-signed',
  'blob-altered',
  'key-unknown',
  'request-unknown',
  'approval-refused',
  'same-person',
] as const;
export const VaultRefusal = z.object({ refused: z.enum(VAULT_REFUSALS) });
export type VaultRefusalKind = (typeof VAULT_REFUSALS)[number];

/** Every answer of the vault: signed by it, over the nonce of the request that it answers. */
export const SignedVaultAnswer = z.strictObject({ inReplyTo: z.string(), answer: z.unknown(), signature: Base64Url });
export type SignedVaultAnswer = z.infer<typeof SignedVaultAnswer>;

/** The vault's two routes. */
export const VAULT_REWRAPS_PATH = '/rewraps';
export const approvalsPathOf = (requestId: string): string => `${VAULT_REWRAPS_PATH}/${requestId}/approvals`;
