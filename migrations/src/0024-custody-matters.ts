// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people have to explain about the sheets, with the two signatures; and what does not print meanwhile. */
export class CreateCustodyMatters1764250800024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table custody_matter (
        id uuid not null,
        desk_id uuid not null,
        station_id uuid,
        transfer_id uuid,
        count_id uuid,
        kind text not null,
        state text not null,
        day date not null,
        opened_by uuid,
        opened_at timestamptz not null,
        ranges jsonb not null,
        expected text,
        number_read text,
        outcome text,
        signed_by uuid,
        signed_at timestamptz,
        sign_reason text,
        countersigned_by uuid,
        countersigned_at timestamptz,
        countersign_reason text,
        is_stopping boolean not null,
        took_effect_at timestamptz,
        constraint pk_custody_matter primary key (id),
        constraint fk_custody_matter_desk foreign key (desk_id) references desk (id),
        constraint fk_custody_matter_station foreign key (station_id) references station (id),
        constraint fk_custody_matter_transfer foreign key (transfer_id) references sheet_transfer (id),
        constraint fk_custody_matter_count foreign key (count_id) references sheet_count (id),
        constraint fk_custody_matter_opened_by foreign key (opened_by) references operator (id),
        constraint fk_custody_matter_signed_by foreign key (signed_by) references operator (id),
        constraint fk_custody_matter_countersigned_by foreign key (countersigned_by) references operator (id),
        constraint ck_custody_matter_kind check (
          kind in ('number-skipped', 'number-repeated', 'number-unknown', 'count-differs', 'day-not-closed', 'transfer-short', 'destruction', 'spoiled-limit')),
        constraint ck_custody_matter_state check (state in ('open', 'signed-once', 'closed')),
        constraint ck_custody_matter_outcome check (outcome in ('found', 'spoiled', 'destroyed', 'explained', 'kept', 'lifted')),
        constraint ck_custody_matter_signed check ((state = 'open') = (signed_by is null)),
        constraint ck_custody_matter_two_people check (countersigned_by <> signed_by),
        constraint ck_custody_matter_stopping check (not is_stopping or (took_effect_at is null and state <> 'closed'))
      )`);
    await runner.query(`create index ix_custody_matter_open on custody_matter (desk_id, kind) where state <> 'closed'`);
    await runner.query('create index ix_custody_matter_day on custody_matter (desk_id, day)');
    await runner.query(`create unique index uq_custody_matter_stop on custody_matter (desk_id, kind, coalesce(station_id, desk_id)) where is_stopping`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table custody_matter');
  }
}
