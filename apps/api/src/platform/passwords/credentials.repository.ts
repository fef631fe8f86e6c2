// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EntityManager } from 'typeorm';
import { OperatorRow } from '../database/rows/operator-row';

export class CredentialsRepository {
  constructor(private readonly rows: EntityManager) {}

  async operatorNamed(username: string): Promise<OperatorRow | undefined> {
    return (await this.rows.findOneBy(OperatorRow, { username })) ?? undefined;
  }

  async operator(id: string): Promise<OperatorRow | undefined> {
    return (await this.rows.findOneBy(OperatorRow, { id })) ?? undefined;
  }

  /** False when another password was set since `earlierHash` was read. */
  async changePassword(operatorId: string, earlierHash: string, passwordHash: string): Promise<boolean> {
    const { affected } = await this.rows.update(OperatorRow, { id: operatorId, passwordHash: earlierHash }, { passwordHash });
    return affected === 1;
  }
}
