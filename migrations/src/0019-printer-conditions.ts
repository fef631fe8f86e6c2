// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

const FORMER = `'ready', 'printing', 'media-jam', 'media-empty', 'door-open', 'stopped', 'offline', 'unknown'`;
const CONDITIONS = `${FORMER}, 'output-full', 'toner-empty', 'certificate-changed', 'spools-to-disk'`;

const checks = (conditions: string): string => `
  alter table station
    drop constraint ck_station_envelopes,
    drop constraint ck_station_forms,
    add constraint ck_station_envelopes check (envelopes in (${conditions})),
    add constraint ck_station_forms check (forms in (${conditions}))`;

/** A station tells more of its printers; and a sheet is found by its number at every desk, so that a scan can say whose it is. */
export class AddPrinterConditions1764250800019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(checks(CONDITIONS));
    await runner.query('create index ix_intent_control_number on intent (control_number)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index ix_intent_control_number');
    for (const printer of ['envelopes', 'forms']) await runner.query(`update station set ${printer} = 'stopped' where ${printer} not in (${FORMER})`);
    await runner.query(checks(FORMER));
  }
}
