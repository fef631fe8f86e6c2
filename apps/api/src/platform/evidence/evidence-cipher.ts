// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EvidencePaper } from '@sportello/domain';
import { decryptBound, encryptBound } from '../keys/aes-gcm';
import type { EvidenceKeys } from '../keys/evidence-keys';
import type { Randomness } from '../ports/randomness';

const KEY_BYTES = 32;

/** What a file is, so that its bytes open nowhere else: not under another id, for another case, or as another paper. */
export interface EvidenceIdentity {
  readonly id: string;
  readonly caseId: string;
  readonly paper: EvidencePaper;
}

export type EvidencePart = 'content' | 'thumbnail';

/** A file as the database has it: both parts under a key of the file's own, and that key wrapped. Without the wrapped key the rest is noise. */
export interface SealedEvidence {
  readonly keyVersion: number;
  readonly wrappedKey: Buffer;
  readonly content: Buffer;
  readonly thumbnail: Buffer;
}

export function sealEvidence(
  { identity, content, thumbnail, keys, randomness }: { readonly identity: EvidenceIdentity; readonly content: Uint8Array; readonly thumbnail: Uint8Array; readonly keys: EvidenceKeys; readonly randomness: Randomness },
): SealedEvidence {
  const key = randomness.bytes(KEY_BYTES);
  try {
    const part = (name: EvidencePart, bytes: Uint8Array): Buffer => encryptBound({ key, boundTo: placeOf(identity, name), bytes, randomness });
    return { ...wrapped(identity, key, keys, randomness), content: part('content', content), thumbnail: part('thumbnail', thumbnail) };
  } finally {
    key.fill(0);
  }
}

/** @throws Error when the bytes are not this file's, or the key that wrapped theirs is not here. */
export function openEvidence(
  { identity, part, sealed, keys }: { readonly identity: EvidenceIdentity; readonly part: EvidencePart; readonly sealed: { readonly keyVersion: number; readonly wrappedKey: Uint8Array; readonly bytes: Uint8Array }; readonly keys: EvidenceKeys },
): Uint8Array {
  const key = unwrapped(identity, sealed, keys);
  try {
    return decryptBound({ key, boundTo: placeOf(identity, part), encrypted: sealed.bytes });
  } finally {
    key.fill(0);
  }
}

/** The file's key under the newest version; the file itself stays as it is. */
export function rewrapEvidence(
  { identity, sealed, keys, randomness }: { readonly identity: EvidenceIdentity; readonly sealed: Pick<SealedEvidence, 'keyVersion' | 'wrappedKey'>; readonly keys: EvidenceKeys; readonly randomness: Randomness },
): Pick<SealedEvidence, 'keyVersion' | 'wrappedKey'> {
  const key = unwrapped(identity, sealed, keys);
  try {
    return wrapped(identity, key, keys, randomness);
  } finally {
    key.fill(0);
  }
}

function wrapped(identity: EvidenceIdentity, key: Uint8Array, { current, versions }: EvidenceKeys, randomness: Randomness): Pick<SealedEvidence, 'keyVersion' | 'wrappedKey'> {
  return { keyVersion: current, wrappedKey: encryptBound({ key: keyOf(versions, current), boundTo: placeOf(identity, `key-${current}`), bytes: key, randomness }) };
}

function unwrapped(identity: EvidenceIdentity, { keyVersion, wrappedKey }: { readonly keyVersion: number; readonly wrappedKey: Uint8Array }, { versions }: EvidenceKeys): Uint8Array {
  return decryptBound({ key: keyOf(versions, keyVersion), boundTo: placeOf(identity, `key-${keyVersion}`), encrypted: wrappedKey });
}

function keyOf(versions: EvidenceKeys['versions'], version: number): Uint8Array {
  const key = versions.get(version);
  if (!key) throw new Error(`version ${version} of the evidence key is not in KEYS_DIR`);
  return key;
}

/** Ids and papers have no line breaks: no two places read alike. */
function placeOf({ id, caseId, paper }: EvidenceIdentity, part: string): string {
  return ['sportello-evidence-v1', id, caseId, paper, part].join('\n');
}
