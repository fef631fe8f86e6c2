// SPDX-License-Identifier: AGPL-3.0-or-later
import { issueDemoCa, type DemoCa } from '@sportello/card-io/simulator';
import type { DataFolder } from './data-folder';
import { readIfThere, writeWhole } from './files';
import { derOf, pemOf } from './pem';

/** Nobody may take it for an authority that exists. */
const commonName = 'Sportello TS-CNS - CA di prova';

const yearMs = 365.25 * 86_400_000;

/** The demo authority that issued every card of the deck: the one in the folder, or a new one. */
export const openAuthority = async (folder: DataFolder, now: Date): Promise<DemoCa> => {
  const [certificate, key] = [await readIfThere(folder.authorityCertificate), await readIfThere(folder.authorityKey)];
  if (certificate !== undefined && key !== undefined) return { certificateDer: derOf(certificate), privateKeyDer: derOf(key) };
  // Older than the oldest card of the deck, and good for as long as any of them.
  const made = await issueDemoCa({ commonName, notBefore: new Date(now.getTime() - 10 * yearMs), notAfter: new Date(now.getTime() + 15 * yearMs) });
  await writeWhole(folder.authorityKey, pemOf('PRIVATE KEY', made.privateKeyDer));
  await writeWhole(folder.authorityCertificate, pemOf('CERTIFICATE', made.certificateDer));
  return made;
};
