// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is left of a request for a revocation whose term is over: what was asked for which certificate, when, and by whose hand. Of a move the words may go, and nothing else. */
export class AddHelpDeskRetention1764250800070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table revocation_request
        add column erased_at timestamptz,
        add constraint ck_revocation_request_erased check (
          erased_at is null or (initials = '' and num_nonnulls(proof, told, at_desk, call_back_at, notes) = 0 and state in ('confirmed', 'rejected')))`);
    await runner.query(`create index ix_revocation_request_unerased on revocation_request (since) where erased_at is null and state in ('confirmed', 'rejected')`);
    await runner.query('create index ix_call_record_closed on call_record (closed_at) where closed_at is not null');
    await runner.query(`
      create function let_only_words_of_a_move_go() returns trigger language plpgsql as $$
      begin
        if new.reason is distinct from '' or (new.id, new.request_id, new.at, new.from_state, new.to_state, new.cause, new.moved_by) is distinct from (old.id, old.request_id, old.at, old.from_state, old.to_state, old.cause, old.moved_by) then
          raise exception 'of a move only the words may go';
        end if;
        return new;
      end $$`);
    await runner.query('create trigger tr_revocation_move_words before update on revocation_move for each row execute function let_only_words_of_a_move_go()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger tr_revocation_move_words on revocation_move');
    await runner.query('drop function let_only_words_of_a_move_go()');
    await runner.query('drop index ix_call_record_closed');
    await runner.query('alter table revocation_request drop column erased_at');
  }
}
