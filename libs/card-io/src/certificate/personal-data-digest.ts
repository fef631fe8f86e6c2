// SPDX-License-Identifier: AGPL-3.0-or-later

/** Which bytes of EF.Dati_personali the issuer hashed into the subject name: not published, so all three are tried. */
export type PersonalDataDigestForm = 'padded' | 'trimmed-with-header' | 'trimmed-without-header';

/** The form whose SHA-1 equals `digestBase64` (from the common name); undefined = none did, which is a warning for the operator. */
export declare function matchPersonalDataDigest(personalData: Uint8Array, digestBase64: string): PersonalDataDigestForm | undefined;
