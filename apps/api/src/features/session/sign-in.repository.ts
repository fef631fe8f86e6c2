// SPDX-License-Identifier: AGPL-3.0-or-later
import { IsNull, type EntityManager } from 'typeorm';
import { StationRow } from '../../platform/database/rows/station-row';

export class SignInRepository {
  constructor(private readonly rows: EntityManager) {}

  async hasTestStation(deskId: string): Promise<boolean> {
    return this.rows.existsBy(StationRow, { deskId, isTest: true, revokedAt: IsNull() });
  }
}
