// SPDX-License-Identifier: AGPL-3.0-or-later
import { MIGRATIONS_TABLE } from '@sportello/migrations';
import type { EntityManager } from 'typeorm';

export type InstallationKind = 'real' | 'rehearsal';

/** What the database says of itself. */
export class SchemaRepository {
  constructor(private readonly rows: EntityManager) {}

  async appliedMigrations(): Promise<readonly string[]> {
    const found = await this.rows.query<{ readonly name: string }[]>(`select name from ${MIGRATIONS_TABLE} order by id`);
    return found.map(({ name }) => name);
  }

  async kind(): Promise<InstallationKind | undefined> {
    const [found] = await this.rows.query<{ readonly kind: InstallationKind }[]>('select kind from installation');
    return found?.kind;
  }
}
