// SPDX-License-Identifier: AGPL-3.0-or-later
import { SecretBytes } from '@sportello/card-io/issuer';
import { randomBytes } from 'node:crypto';
import type { DataFolder } from './data-folder';
import { readIfThere, writeWhole } from './files';

const keyBytes = 32;

/** The master key of the demo issuer, drawn once: every chip of the deck that knows its issuer has a key of its own derived from it. The API of the rehearsal reads the same file. */
export const openIssuerKey = async ({ issuerMasterKey }: DataFolder): Promise<SecretBytes> => {
  const known = await readIfThere(issuerMasterKey);
  const hex = known?.trim() ?? randomBytes(keyBytes).toString('hex').toUpperCase();
  if (known === undefined) await writeWhole(issuerMasterKey, `${hex}\n`);
  return SecretBytes.own(Uint8Array.from(Buffer.from(hex, 'hex')));
};
