// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import type { SealedBlobMessage } from '@sportello/contracts';
import { canonicalJsonBytes } from '@sportello/seal';

/**
 * By which a station knows its own blob again. Anybody can seal codes of their own choice to the station's public key, for the same case, card and sheet; whoever may write into
 * the database could put them in the place of the station's.
 */
export function blobDigest(blob: SealedBlobMessage): string {
  return createHash('sha256').update(canonicalJsonBytes(blob)).digest('base64url');
}
