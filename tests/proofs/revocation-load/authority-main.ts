// SPDX-License-Identifier: AGPL-3.0-or-later
/* eslint-disable @nx/enforce-module-boundaries -- the outside world’s authority: no package */
import { issueDemoCa } from '@sportello/card-io/simulator';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDeskCredential } from '../../../apps/rehearsal/src/authority/desk-credential';
import { RevokedRegister } from '../../../apps/rehearsal/src/authority/revoked-register';
import { serveAuthority } from '../../../apps/rehearsal/src/authority/serve-authority';
import { dataFolderAt } from '../../../apps/rehearsal/src/data-folder/data-folder';
import { pemOf } from '../../../apps/rehearsal/src/data-folder/pem';
import type { Begun, Order, Tally } from './authority-process';
import { cardCertificates } from './card-certificates';

const DAY_MS = 86_400_000;

/** The authority of the load: what it heard is counted here, where nobody else may have forgotten it. */
async function main(): Promise<void> {
  const now = (): Date => new Date();
  const root = mkdtempSync(join(tmpdir(), 'sportello-authority-'));
  const folder = dataFolderAt(root);
  const authority = await issueDemoCa({ commonName: 'CA di prova', notBefore: new Date(Date.now() - DAY_MS), notAfter: new Date(Date.now() + DAY_MS) });
  const clientDer = await openDeskCredential(folder, now());
  const clientKey = readFileSync(folder.deskKey, 'utf8');
  rmSync(root, { recursive: true });

  const transactions = new Map<string, Set<string>>();
  let heard = 0;
  const note = (transactionId: string, serial: string): void => {
    heard += 1;
    transactions.set(serial, (transactions.get(serial) ?? new Set<string>()).add(transactionId));
  };
  const register = await RevokedRegister.open(null);
  const open = (port: number) => serveAuthority({ port, authority, clientDer, register, now, heard: note });
  let server = await open(0);
  const { port } = server;

  const base64 = (der: Uint8Array): string => Buffer.from(der).toString('base64');
  const obey = async (order: Order): Promise<Tally | readonly string[] | true> => {
    switch (order.do) {
      case 'away':
        await server.close();
        return true;
      case 'back':
        server = await open(port);
        return true;
      case 'tally':
        return { heard, revoked: register.size, doubled: [...transactions.values()].filter(({ size }) => size > 1).length };
      case 'certificates':
        return (await cardCertificates(authority, order.count)).map(base64);
    }
  };
  process.on('message', (order: Order) => void obey(order).then((answer) => process.send?.(answer)));
  process.on('disconnect', () => process.exit());
  process.send?.({ port, certificate: pemOf('CERTIFICATE', authority.certificateDer), clientCertificate: pemOf('CERTIFICATE', clientDer), clientKey } satisfies Begun);
}

void main();
