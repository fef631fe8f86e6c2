// SPDX-License-Identifier: AGPL-3.0-or-later
import 'reflect-metadata'; // the library's dependency injection looks for it when it is loaded
import type { DemoCa } from '@sportello/card-io/simulator';
import * as x509 from '@peculiar/x509';
import { webcrypto, X509Certificate } from 'node:crypto';
import type { DataFolder } from '../data-folder/data-folder';
import { readIfThere, writeWhole } from '../data-folder/files';
import { pemOf } from '../data-folder/pem';

const p256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;
const dayMs = 86_400_000;
/** Some browsers believe no longer one. */
const validDays = 800;

/** What the page *La mia tessera funziona?* of a rehearsal shows for itself: the demo authority vouches for this very computer. */
export const openSelfCheckCredential = async (folder: DataFolder, authority: DemoCa, now: Date): Promise<void> => {
  const known = await readIfThere(folder.selfCheckCertificate);
  if (known !== undefined && Date.parse(new X509Certificate(known).validTo) > now.getTime() + 30 * dayMs) return;
  const keys = await webcrypto.subtle.generateKey(p256, true, ['sign', 'verify']);
  const issuer = new x509.X509Certificate(Buffer.from(authority.certificateDer));
  const certificate = await x509.X509CertificateGenerator.create(
    {
      subject: 'CN=localhost',
      issuer: issuer.subjectName.toJSON(),
      notBefore: new Date(now.getTime() - dayMs),
      notAfter: new Date(now.getTime() + validDays * dayMs),
      publicKey: keys.publicKey,
      signingKey: await webcrypto.subtle.importKey('pkcs8', authority.privateKeyDer, rsa, false, ['sign']),
      signingAlgorithm: rsa,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
        new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
        new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: 'localhost' }]),
        await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
      ],
    },
    webcrypto,
  );
  await writeWhole(folder.selfCheckKey, pemOf('PRIVATE KEY', new Uint8Array(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey))));
  await writeWhole(folder.selfCheckCertificate, pemOf('CERTIFICATE', new Uint8Array(certificate.rawData)));
};
