// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { canonicalJson, type JsonValue } from './canonical-json';

const hexDigits = 32;

/** A document's fingerprint for people to compare, over the telephone too: 128 bits of the SHA-256 over its canonical JSON, in groups of four. */
export const fingerprint = (document: JsonValue): string => {
  const hash = createHash('sha256').update(canonicalJson(document)).digest('hex').slice(0, hexDigits).toUpperCase();
  return (hash.match(/.{4}/g) ?? []).join('-');
};

/** Whether what somebody typed is this fingerprint; case and what stands between the digits do not count. */
export const isFingerprint = (typed: string, document: JsonValue): boolean => bare(typed) === bare(fingerprint(document));

const bare = (text: string): string => text.replace(/[^0-9a-fA-F]/g, '').toUpperCase();
