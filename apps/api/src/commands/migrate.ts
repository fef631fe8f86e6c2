// SPDX-License-Identifier: AGPL-3.0-or-later
import pg from 'pg';
import { StartRefused, readEnvironment } from '../config/environment';
import { migrateDatabase } from '../platform/database/migrate-database';
import { Log } from '../platform/logging/log';
import { SystemClock } from '../platform/ports/clock';

/** Brings the tables to this version, and gives the application's role its rights. */
export async function migrate(): Promise<void> {
  const environment = readEnvironment(['DATABASE_OWNER_URL', 'DATABASE_URL', 'INSTALLATION_KIND', 'LOG_LEVEL'], process.env);
  const log = new Log(environment.LOG_LEVEL);
  const applicationRole = roleIn(environment.DATABASE_URL);
  if (applicationRole === roleIn(environment.DATABASE_OWNER_URL)) {
    // A rehearsal may borrow somebody's one database user; a real installation's audit rows must be out of its own program's reach.
    if (environment.INSTALLATION_KIND === 'real') {
      throw new StartRefused('DATABASE_URL and DATABASE_OWNER_URL name the same role: the application needs one of its own, which owns nothing.');
    }
    log.warn('the application works as the owner of the tables: only triggers protect the audit rows');
  }
  const applied = await migrateDatabase({
    ownerUrl: environment.DATABASE_OWNER_URL,
    applicationRole,
    kind: environment.INSTALLATION_KIND,
    now: new SystemClock().now(),
  });
  log.info('migrated', { applied: applied.length });
}

function roleIn(url: string): string {
  const { user } = new pg.Client({ connectionString: url });
  if (user === undefined) throw new StartRefused('DATABASE_URL and DATABASE_OWNER_URL have to name their roles.');
  return user;
}
