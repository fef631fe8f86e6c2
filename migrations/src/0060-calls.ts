// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The help desk's calls, who was recognised in them by CIP, and the wrong tries of it. A number from which somebody calls, a person and what was claimed are keyed MACs: they
 * are counted and compared, and tell nobody anything. A call has one identification at a time, which ends with it.
 */
export class CreateCalls1764250800060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table call_record (
        id uuid not null,
        revision integer not null default 1,
        desk_id uuid not null,
        state text not null,
        channel text not null,
        opened_by uuid,
        opened_at timestamptz not null,
        is_out_of_hours boolean not null,
        caller_mac bytea not null,
        caller_kind text,
        category text,
        notes text not null default '',
        mail_text text,
        mail_redactions integer,
        done_steps text[] not null default '{}',
        may_record_unverified boolean not null default false,
        outcome text,
        follow_up text,
        follow_up_by date,
        changed_at timestamptz not null,
        closed_at timestamptz,
        constraint pk_call_record primary key (id),
        constraint fk_call_record_desk foreign key (desk_id) references desk (id),
        constraint fk_call_record_opened_by foreign key (opened_by) references operator (id),
        constraint ck_call_record_state check (state in ('open', 'follow-up', 'closed')),
        constraint ck_call_record_channel check (channel in ('phone', 'e-mail', 'desk', 'public-page')),
        constraint ck_call_record_caller check (octet_length(caller_mac) = 32),
        constraint ck_call_record_caller_kind check (caller_kind in ('holder', 'representative', 'desk-operator', 'office', 'other')),
        constraint ck_call_record_category check (category in ('pin-forgotten', 'card-blocked', 'puk-lost', 'cip-lost', 'card-software', 'browser-certificate', 'no-chip', 'not-arrived', 'wrong-data', 'lost-or-stolen', 'on-behalf', 'spid', 'cie-use', 'cie-block', 'opening-hours', 'other')),
        constraint ck_call_record_mail check (channel = 'e-mail' or (mail_text is null and mail_redactions is null)),
        constraint ck_call_record_outcome check (outcome in ('answered', 'sent-elsewhere', 'request-recorded', 'not-identified', 'follow-up', 'dropped') and (outcome is null) = (state = 'open')),
        constraint ck_call_record_follow_up check (follow_up in ('call-back', 'ask-supervisor', 'ask-technician', 'await-documents') and (follow_up is null) = (follow_up_by is null) and (state <> 'follow-up' or follow_up is not null)),
        constraint ck_call_record_closed check ((closed_at is null) = (state <> 'closed'))
      )`);
    await runner.query('create index ix_call_record_desk on call_record (desk_id, opened_at)');
    await runner.query(`create index ix_call_record_open on call_record (opened_by) where state = 'open'`);
    await runner.query(`create index ix_call_record_follow_up on call_record (desk_id, follow_up_by) where state = 'follow-up'`);
    await runner.query(`
      create table cip_identification (
        id uuid not null,
        call_id uuid not null,
        id_carta text not null,
        person_mac bytea not null,
        at timestamptz not null,
        until timestamptz not null,
        ended_at timestamptz,
        constraint pk_cip_identification primary key (id),
        constraint fk_cip_identification_call foreign key (call_id) references call_record (id),
        constraint ck_cip_identification_id_carta check (id_carta ~ '^[0-9]{16}$'),
        constraint ck_cip_identification_person check (octet_length(person_mac) = 32),
        constraint ck_cip_identification_until check (until > at)
      )`);
    await runner.query('create unique index uq_cip_identification_living on cip_identification (call_id) where ended_at is null');
    await runner.query('create index ix_cip_identification_person on cip_identification (person_mac, at)');
    await runner.query(`
      create table cip_try (
        try_id uuid not null,
        scope text not null,
        mac bytea not null,
        at timestamptz not null,
        constraint pk_cip_try primary key (try_id, scope, mac),
        constraint ck_cip_try_scope check (scope in ('caller', 'source', 'card')),
        constraint ck_cip_try_mac check (octet_length(mac) = 32)
      )`);
    await runner.query('create index ix_cip_try_mac on cip_try (mac, at)');
    await runner.query('create index ix_cip_try_at on cip_try (at)');
    await runner.query(`create index ix_activation_case_holder_birth_date on activation_case ((holder ->> 'birthDate')) where holder is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index ix_activation_case_holder_birth_date');
    await runner.query('drop table cip_try');
    await runner.query('drop table cip_identification');
    await runner.query('drop table call_record');
  }
}
