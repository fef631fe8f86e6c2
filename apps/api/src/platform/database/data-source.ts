// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DataSource } from 'typeorm';
import { ApplicationDataSource } from './application-data-source';
import { ROWS } from './rows';
import { SnakeCaseNaming } from './snake-case-naming';

/** The application's connections. They are not handed out: repositories come from the unit of work alone. */
export function applicationDataSource({ url, connections, onError }: {
  readonly url: string;
  readonly connections: number;
  /** A connection in the pool died; the pool opens another. */
  readonly onError: (error: unknown) => void;
}): DataSource {
  return new ApplicationDataSource({
    type: 'postgres',
    url,
    entities: ROWS,
    namingStrategy: new SnakeCaseNaming(),
    synchronize: false,
    installExtensions: false,
    parseInt8: true,
    poolSize: connections,
    connectTimeoutMS: 5_000,
    poolErrorHandler: onError,
    applicationName: 'sportello-api',
    extra: { statement_timeout: 15_000, idle_in_transaction_session_timeout: 30_000, keepAlive: true, keepAliveInitialDelayMillis: 10_000 },
  });
}
