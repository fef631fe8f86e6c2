// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

const KEPT_FOR_GOOD = ['audit_block', 'audit_leaf'] as const;

/**
 * The blocks that seal the two logs, and which row is in which. A row waits from its commit until a block has it: membership is by block, so one that commits late, or
 * has an earlier instant, joins the next block. Who may only add leaves cannot make a row wait no longer, nor seal one twice: the triggers keep the list of those that
 * wait, with their owner's rights.
 */
export class CreateAuditBlocks1764250800041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table installation add column log_id uuid not null default gen_random_uuid()');
    await runner.query(`
      create table audit_block (
        log text not null,
        number bigint not null,
        header jsonb not null,
        signature text not null,
        hash text not null,
        public_key text not null,
        constraint pk_audit_block primary key (log, number),
        constraint ck_audit_block_log check (log in ('acts', 'access')),
        constraint ck_audit_block_number check (number >= 1)
      )`);
    await runner.query(`
      create table audit_leaf (
        log text not null,
        block bigint not null,
        position bigint not null,
        hash bytea not null,
        constraint pk_audit_leaf primary key (log, block, position),
        constraint uq_audit_leaf_position unique (position),
        constraint ck_audit_leaf_hash check (octet_length(hash) = 32)
      )`);
    await runner.query('create table audit_pending (log text not null, position bigint not null, constraint pk_audit_pending primary key (log, position))');
    await runner.query('insert into audit_pending (log, position) select log, position from audit_row');
    await this.createTriggers(runner);
  }

  private async createTriggers(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function note_unsealed_rows() returns trigger language plpgsql security definer set search_path from current as $$
      begin
        insert into audit_pending (log, position) select log, position from added;
        return null;
      end $$`);
    await runner.query(`
      create trigger tr_audit_row_pending after insert on audit_row referencing new table as added
        for each statement execute function note_unsealed_rows()`);
    await runner.query(`
      create function take_sealed_rows() returns trigger language plpgsql security definer set search_path from current as $$
      declare taken bigint;
      begin
        delete from audit_pending p using added a where p.log = a.log and p.position = a.position;
        get diagnostics taken = row_count;
        if taken <> (select count(*) from added) then
          raise exception 'only rows that wait are sealed, each once';
        end if;
        return null;
      end $$`);
    await runner.query(`
      create trigger tr_audit_leaf_taken after insert on audit_leaf referencing new table as added
        for each statement execute function take_sealed_rows()`);
    await runner.query(`
      create function refuse_change_of_sealed_log() returns trigger language plpgsql as $$
      begin
        raise exception 'what seals the log is never changed or removed';
      end $$`);
    for (const table of KEPT_FOR_GOOD) {
      await runner.query(`create trigger tr_${table}_unchanged before update or delete on ${table} for each statement execute function refuse_change_of_sealed_log()`);
      await runner.query(`create trigger tr_${table}_not_truncated before truncate on ${table} for each statement execute function refuse_change_of_sealed_log()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger tr_audit_row_pending on audit_row');
    await runner.query('drop table audit_pending');
    await runner.query('drop table audit_leaf');
    await runner.query('drop table audit_block');
    await runner.query('drop function note_unsealed_rows()');
    await runner.query('drop function take_sealed_rows()');
    await runner.query('drop function refuse_change_of_sealed_log()');
    await runner.query('alter table installation drop column log_id');
  }
}
