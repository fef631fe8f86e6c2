// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ContentRefusal, EvidenceLimits } from '../../platform/evidence/content/content';
import type { Overloaded } from '../../platform/evidence/content/evidence-content';
import type { Refusal } from '../../platform/problems/refusal';

const MILLION = 1_000_000;

/** Why a file was not kept, with the figures that the words need. */
export function refusalOfContent(refusal: ContentRefusal | Overloaded, { bytes, pixels, pages }: EvidenceLimits): Refusal {
  const { kind, ...found } = refusal;
  switch (kind) {
    case 'evidence-too-large':
      return { kind, details: { ...found, megabytes: bytes / MILLION, megapixels: pixels / MILLION, pages } };
    case 'overloaded':
    case 'evidence-type-refused':
    case 'evidence-protected':
    case 'evidence-unreadable':
      return { kind };
    case 'evidence-active-content':
      return { kind, details: found };
  }
}
