// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { SchemaRepository } from '../../platform/database/schema.repository';
import { schemaMismatch } from '../../platform/database/schema-match';
import { isDatabaseAway } from '../../platform/problems/database-away';
import type { Refusal } from '../../platform/problems/refusal';

@Injectable()
export class CheckReadiness {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run(): Promise<Outcome<{ readonly status: 'ready' }, Refusal>> {
    try {
      const applied = await this.unitOfWork.read((transaction) => transaction.repository(SchemaRepository).appliedMigrations());
      return schemaMismatch(applied) === undefined ? accept({ status: 'ready' }) : refuse({ kind: 'unavailable', details: { because: 'schema' } });
    } catch (error) {
      if (isDatabaseAway(error)) return refuse({ kind: 'unavailable', details: { because: 'database' } });
      throw error;
    }
  }
}
