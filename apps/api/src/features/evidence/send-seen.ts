// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EvidenceType } from '@sportello/domain';
import type { FastifyReply } from 'fastify';
import type { Seen } from './look-at-evidence';

const MEDIA_TYPES: Readonly<Record<EvidenceType, string>> = { pdf: 'application/pdf', jpeg: 'image/jpeg', png: 'image/png' };
const SUFFIXES: Readonly<Record<EvidenceType, string>> = { pdf: 'pdf', jpeg: 'jpg', png: 'png' };

/** Sends a file so that a browser shows a picture and keeps anything else out of its pages: as that type and no other, with nothing that it might load or run. */
export async function sendSeen(reply: FastifyReply, fileId: string, { type, bytes }: Seen): Promise<void> {
  const disposition = type === 'pdf' ? 'attachment' : 'inline';
  await reply
    .type(MEDIA_TYPES[type])
    .header('content-disposition', `${disposition}; filename="${fileId}.${SUFFIXES[type]}"`)
    .header('cache-control', 'no-store')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .send(Buffer.from(bytes));
}
