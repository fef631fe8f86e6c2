// SPDX-License-Identifier: AGPL-3.0-or-later
import * as z from 'zod';
import { Id, Instant } from './primitives';

export const SECOND_FACTORS = ['passkey', 'totp', 'recovery-code'] as const;
export const SecondFactor = z.enum(SECOND_FACTORS);
export type SecondFactor = z.infer<typeof SecondFactor>;

/** Name and password were right: what is asked next, and until when. The browser's cookie says whose it is. */
export const PendingSignIn = z.object({ methods: z.array(SecondFactor), expiresAt: Instant }).meta({ id: 'PendingSignIn' });
export type PendingSignIn = z.infer<typeof PendingSignIn>;

export const SecondFactorCodeRequest = z.strictObject({ method: z.enum(['totp', 'recovery-code']), code: z.string().min(1).max(40) }).meta({ id: 'SecondFactorCodeRequest' });
export type SecondFactorCodeRequest = z.infer<typeof SecondFactorCodeRequest>;

const Bytes = z.string().min(1).max(8_192).regex(/^[\w-]+$/);
const Transports = z.array(z.string().max(40)).max(10);

/** A challenge for a passkey (WebAuthn §5.5), as browsers take it. */
export const PasskeyRequestOptions = z
  .object({
    challenge: z.string(),
    timeout: z.int().optional(),
    rpId: z.string().optional(),
    allowCredentials: z.array(z.object({ id: z.string(), type: z.literal('public-key'), transports: Transports.optional() })).optional(),
    userVerification: z.enum(['required', 'preferred', 'discouraged']).optional(),
  })
  .meta({ id: 'PasskeyRequestOptions' });
export type PasskeyRequestOptions = z.infer<typeof PasskeyRequestOptions>;

/** What the passkey signed (WebAuthn §5.2.2). What its extensions say is not looked at. */
export const PasskeyAssertion = z
  .object({
    id: Bytes,
    rawId: Bytes,
    type: z.literal('public-key'),
    response: z.object({ clientDataJSON: Bytes, authenticatorData: Bytes, signature: Bytes, userHandle: Bytes.optional() }),
  })
  .meta({ id: 'PasskeyAssertion' });
export type PasskeyAssertion = z.infer<typeof PasskeyAssertion>;

export const PasskeySignInRequest = z.strictObject({ assertion: PasskeyAssertion }).meta({ id: 'PasskeySignInRequest' });
export type PasskeySignInRequest = z.infer<typeof PasskeySignInRequest>;

/** Of a locked session, or anew of one that is not: by password, or by passkey. */
export const ProveRequest = z.union([z.strictObject({ password: z.string().min(1).max(200) }), z.strictObject({ assertion: PasskeyAssertion })]).meta({ id: 'ProveRequest' });
export type ProveRequest = z.infer<typeof ProveRequest>;

/** What a new passkey is made from (WebAuthn §5.4), as browsers take it. */
export const PasskeyCreationOptions = z
  .object({
    rp: z.object({ name: z.string(), id: z.string().optional() }),
    user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
    challenge: z.string(),
    pubKeyCredParams: z.array(z.object({ alg: z.int(), type: z.literal('public-key') })),
    timeout: z.int().optional(),
    excludeCredentials: z.array(z.object({ id: z.string(), type: z.literal('public-key'), transports: Transports.optional() })).optional(),
    authenticatorSelection: z.record(z.string(), z.unknown()).optional(),
    attestation: z.string().optional(),
    extensions: z.record(z.string(), z.unknown()).optional(),
    hints: z.array(z.string()).optional(),
  })
  .meta({ id: 'PasskeyCreationOptions' });
export type PasskeyCreationOptions = z.infer<typeof PasskeyCreationOptions>;

/** What a new passkey answered (WebAuthn §5.2.1). */
export const PasskeyRegistration = z
  .object({
    id: Bytes,
    rawId: Bytes,
    type: z.literal('public-key'),
    response: z.object({ clientDataJSON: Bytes, attestationObject: Bytes, transports: Transports.optional() }),
  })
  .meta({ id: 'PasskeyRegistration' });
export type PasskeyRegistration = z.infer<typeof PasskeyRegistration>;

export const AddPasskeyRequest = z.strictObject({ name: z.string().trim().min(1).max(60), registration: PasskeyRegistration }).meta({ id: 'AddPasskeyRequest' });
export type AddPasskeyRequest = z.infer<typeof AddPasskeyRequest>;

/** A secret for an authenticator app: to be read as a square, or typed. It is shown this once. */
export const AuthenticatorAppOffer = z.object({ secret: z.string(), uri: z.string(), qr: z.string() }).meta({ id: 'AuthenticatorAppOffer' });
export type AuthenticatorAppOffer = z.infer<typeof AuthenticatorAppOffer>;

export const ConfirmAuthenticatorAppRequest = z.strictObject({ code: z.string().min(1).max(40) }).meta({ id: 'ConfirmAuthenticatorAppRequest' });
export type ConfirmAuthenticatorAppRequest = z.infer<typeof ConfirmAuthenticatorAppRequest>;

/** New recovery codes: they are shown this once, and those of before are good for nothing. */
export const RecoveryCodesView = z.object({ codes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });
export type RecoveryCodesView = z.infer<typeof RecoveryCodesView>;

export const PasskeyView = z.object({ id: Id, name: z.string(), createdAt: Instant, lastUsedAt: Instant.nullable(), isSynced: z.boolean() });
export type PasskeyView = z.infer<typeof PasskeyView>;

/** By what somebody may sign in. */
export const OwnAccessView = z
  .object({
    /** Whether the installation asks everybody for a second factor. */
    isFactorRequired: z.boolean(),
    passkeys: z.array(PasskeyView),
    authenticatorApp: z.object({ since: Instant }).nullable(),
    recoveryCodes: z.object({ left: z.int(), madeAt: Instant }).nullable(),
  })
  .meta({ id: 'OwnAccess' });
export type OwnAccessView = z.infer<typeof OwnAccessView>;

export const ChangePasswordRequest = z.strictObject({ password: z.string().min(1).max(200), newPassword: z.string().min(1).max(200) }).meta({ id: 'ChangePasswordRequest' });
export type ChangePasswordRequest = z.infer<typeof ChangePasswordRequest>;

/** Somebody lost what they prove themselves with: one administrator asks, another confirms. */
export const AskFactorResetRequest = z.strictObject({ operatorId: Id }).meta({ id: 'AskFactorResetRequest' });
export type AskFactorResetRequest = z.infer<typeof AskFactorResetRequest>;

export const FactorResetView = z
  .object({
    id: Id,
    operator: z.object({ id: Id, displayName: z.string() }),
    askedBy: z.object({ id: Id, displayName: z.string() }),
    askedAt: Instant,
    expiresAt: Instant,
  })
  .meta({ id: 'FactorReset' });
export type FactorResetView = z.infer<typeof FactorResetView>;

export const FactorResetsView = z.object({ waiting: z.array(FactorResetView) }).meta({ id: 'FactorResets' });
export type FactorResetsView = z.infer<typeof FactorResetsView>;
