// SPDX-License-Identifier: AGPL-3.0-or-later
import { readEnvironment } from '../config/environment';
import { applicationDataSource } from '../platform/database/data-source';
import { connectTo } from '../platform/database/start-check';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Log, faultOf } from '../platform/logging/log';
import { SystemClock } from '../platform/ports/clock';
import { SystemRandomness } from '../platform/ports/randomness';
import { systemAccount } from './system-account';

/** Runs a command's work on the application's database, and closes it. That it was run, and by whose account of this computer, stands in the log before it does anything. */
export async function withDatabase(command: string, work: (unitOfWork: UnitOfWork, log: Log) => Promise<void>): Promise<void> {
  const environment = readEnvironment(['DATABASE_URL', 'INSTALLATION_KIND', 'LOG_LEVEL'], process.env);
  const log = new Log(environment.LOG_LEVEL);
  const onError = (error: unknown): void => log.warn('a database connection was lost', { fault: faultOf(error) });
  const dataSource = applicationDataSource({ url: environment.DATABASE_URL, connections: 2, onError });
  await connectTo(dataSource, environment.INSTALLATION_KIND);
  try {
    const unitOfWork = new UnitOfWork(dataSource, new SystemClock(), new SystemRandomness());
    await unitOfWork.tell({ act: 'installation.command-run', actor: { kind: 'installation' }, requestId: null, details: { command }, personal: { systemAccount: systemAccount() } });
    await work(unitOfWork, log);
  } finally {
    await dataSource.destroy();
  }
}
