// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { personalDataExtent, personalDataFileLength, personalDataHeaderLength } from '../files/personal-data-extent';

/** Which bytes of EF.Dati_personali the issuer hashed into the subject's name: not published, so all three are tried. */
export type PersonalDataDigestForm = 'padded' | 'trimmed-with-header' | 'trimmed-without-header';

/**
 * The form of EF.Dati_personali (padded or not) whose SHA-1 is `digestBase64`, as the common name has it. Undefined = none: a warning for the
 * operator, not a refusal.
 */
export function matchPersonalDataDigest(personalData: Uint8Array, digestBase64: string): PersonalDataDigestForm | undefined {
  return formsOf(personalData).find(({ bytes }) => createHash('sha1').update(bytes).digest('base64') === digestBase64)?.form;
}

function formsOf(personalData: Uint8Array): readonly { readonly form: PersonalDataDigestForm; readonly bytes: Uint8Array }[] {
  const extent = personalDataExtent(personalData);
  if (extent.kind !== 'complete') return [];
  const trimmed = personalData.subarray(0, extent.length);
  const padded = new Uint8Array(personalDataFileLength);
  padded.set(trimmed);
  return [
    { form: 'padded', bytes: padded },
    { form: 'trimmed-with-header', bytes: trimmed },
    { form: 'trimmed-without-header', bytes: trimmed.subarray(personalDataHeaderLength) },
  ];
}
