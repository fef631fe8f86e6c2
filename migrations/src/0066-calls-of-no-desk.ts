// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A request by the public page leaves a call of no desk; a call that is to be followed up keeps the number to call back until that is done. */
export class AddCallsOfNoDesk1764250800066 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table call_record alter column desk_id drop not null');
    await runner.query(`alter table call_record add constraint ck_call_record_of_desk check (desk_id is not null or channel = 'public-page')`);
    await runner.query('alter table call_record add column call_back_at text');
    await runner.query(`alter table call_record add constraint ck_call_record_call_back check (call_back_at is null or state = 'follow-up')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table call_record drop column call_back_at');
    await runner.query('delete from cip_identification where call_id in (select id from call_record where desk_id is null)');
    await runner.query('delete from call_record where desk_id is null');
    await runner.query('alter table call_record drop constraint ck_call_record_of_desk');
    await runner.query('alter table call_record alter column desk_id set not null');
  }
}
