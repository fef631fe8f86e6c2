// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Cases whose codes lie at a station that is gone, and that two people have finished at another one: who asked, who confirmed, what the vault was asked. And the
 * signatures that vault and stations check by themselves: the station's over the vault's blob, and the vault's over a blob that it sealed to another station.
 */
export class CreateStationChanges1764250800020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table station_change (
        id uuid not null,
        case_id uuid not null,
        intent_id uuid not null,
        to_station_id uuid not null,
        to_key text not null,
        challenge text not null,
        state text not null,
        opened_by uuid not null,
        opened_at timestamptz not null,
        expires_at timestamptz not null,
        reason text,
        asked_at timestamptz,
        confirmed_by uuid,
        ended_at timestamptz,
        last_fence integer,
        constraint pk_station_change primary key (id),
        constraint fk_station_change_case foreign key (case_id) references activation_case (id),
        constraint fk_station_change_intent foreign key (intent_id) references intent (id),
        constraint fk_station_change_station foreign key (to_station_id) references station (id),
        constraint fk_station_change_opener foreign key (opened_by) references operator (id),
        constraint fk_station_change_confirmer foreign key (confirmed_by) references operator (id),
        constraint ck_station_change_state check (state in ('opened', 'asked', 'done', 'refused')),
        constraint ck_station_change_asked check ((asked_at is null) = (reason is null) and (state <> 'opened' or asked_at is null) and (state not in ('asked', 'done') or asked_at is not null)),
        constraint ck_station_change_ended check ((ended_at is not null) = (state in ('done', 'refused'))),
        constraint ck_station_change_last_fence check ((last_fence is not null) = (state = 'done')),
        constraint ck_station_change_two_people check ((confirmed_by is not null) = (state = 'done') and confirmed_by <> opened_by)
      )`);
    await runner.query('create index ix_station_change_case on station_change (case_id, opened_at)');
    await runner.query('alter table intent add column vault_signature text, add column reseal_signature text');
    await runner.query('alter table case_decision drop constraint ck_case_decision_decision');
    await runner.query(`alter table case_decision add constraint ck_case_decision_decision check (decision in ('resume-writing', 'new-codes', 'close-as-lost', 'station-change'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table case_decision drop constraint ck_case_decision_decision');
    await runner.query(`alter table case_decision add constraint ck_case_decision_decision check (decision in ('resume-writing', 'new-codes', 'close-as-lost'))`);
    await runner.query('alter table intent drop column vault_signature, drop column reseal_signature');
    await runner.query('drop table station_change');
  }
}
