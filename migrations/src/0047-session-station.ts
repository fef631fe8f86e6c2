// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The station at which a session's browser stands, by the code that it showed. */
export class BindSessionToStation1764250800047 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table session add column station_id uuid, add constraint fk_session_station foreign key (station_id) references station (id)');
    await runner.query('create index ix_session_station on session (station_id) where station_id is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table session drop column station_id');
  }
}
