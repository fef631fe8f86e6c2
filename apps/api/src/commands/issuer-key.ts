// SPDX-License-Identifier: AGPL-3.0-or-later
import { StartRefused } from '../config/environment';
import { IssuerKeyRepository } from '../platform/activation/issuer-key.repository';
import { withDatabase } from './with-database';

const USAGE = 'Say "issuer-key list", or "issuer-key lift VERSION" once it is known why cards refused it.';

/** Lists the versions of the issuer's key with what cards said to them, or lets one that was stopped be used again. */
export async function issuerKey([verb, text]: readonly string[]): Promise<void> {
  if (verb === 'list') return list();
  const version = Number(text);
  if (verb !== 'lift' || !Number.isInteger(version) || version < 1) throw new StartRefused(USAGE);
  await withDatabase('issuer-key lift', (unitOfWork, log) =>
    unitOfWork.run(async (transaction) => {
      const keys = transaction.repository(IssuerKeyRepository);
      if (!(await keys.lift(version))) throw new StartRefused(`Version ${version} of the issuer's key is not stopped.`);
      transaction.audit({ act: 'issuer.key-lifted', actor: { kind: 'installation' }, requestId: null, details: { keyVersion: version } });
      for (const deskId of await keys.desks()) transaction.notify({ to: 'desk', deskId, event: { topic: 'station' } });
      log.info('issuer key lifted', { version });
    }),
  );
}

async function list(): Promise<void> {
  await withDatabase('issuer-key list', (unitOfWork) =>
    unitOfWork.read(async (transaction) => {
      for (const { version, refusals, stoppedAt, takenOutAt } of await transaction.repository(IssuerKeyRepository).all()) {
        process.stdout.write(`${version}\t${takenOutAt ? `taken out ${takenOutAt.toISOString()}` : stoppedAt ? `stopped ${stoppedAt.toISOString()}` : 'in use'}\trefused by ${refusals}\n`);
      }
    }),
  );
}
