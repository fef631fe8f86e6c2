// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EvidenceType } from '@sportello/domain';

/** The first bytes of each type (ISO 32000-1 §7.5.2, ISO/IEC 10918-1 §B.1.1.3, PNG §5.2). */
const BEGINNINGS: readonly (readonly [EvidenceType, Buffer])[] = [
  ['pdf', Buffer.from('%PDF-', 'latin1')],
  ['jpeg', Buffer.from([0xff, 0xd8, 0xff])],
  ['png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
];

/** What the content says that it is; undefined for anything else. The beginning must stand at byte 0: what readers forgive is how one file is two things. */
export function sniffType(bytes: Uint8Array): EvidenceType | undefined {
  return BEGINNINGS.find(([, beginning]) => beginning.equals(bytes.subarray(0, beginning.length)))?.[0];
}
