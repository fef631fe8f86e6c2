// SPDX-License-Identifier: AGPL-3.0-or-later
import 'reflect-metadata'; // the library's dependency injection looks for it when it is loaded
import * as x509 from '@peculiar/x509';
import { webcrypto } from 'node:crypto';
import type { DataFolder } from '../data-folder/data-folder';
import { readIfThere, writeWhole } from '../data-folder/files';
import { derOf, pemOf } from '../data-folder/pem';

const p256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const yearMs = 365.25 * 86_400_000;

/** With what the desk's API signs its requests to the demo authority: drawn once, and the certificate that the authority knows it by. Answers that, DER. */
export const openDeskCredential = async (folder: DataFolder, now: Date): Promise<Uint8Array> => {
  const known = await readIfThere(folder.deskCertificate);
  if (known !== undefined) return derOf(known);
  const keys = await webcrypto.subtle.generateKey(p256, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    { name: 'CN=Sportello TS-CNS - banco di prova', notBefore: new Date(now.getTime() - 86_400_000), notAfter: new Date(now.getTime() + 15 * yearMs), keys, signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' }, extensions: [new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true)] },
    webcrypto,
  );
  await writeWhole(folder.deskKey, pemOf('PRIVATE KEY', new Uint8Array(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey))));
  await writeWhole(folder.deskCertificate, pemOf('CERTIFICATE', new Uint8Array(certificate.rawData)));
  return new Uint8Array(certificate.rawData);
};
