// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is left of an identification whose term is over: by which type of document, its last four characters, who identified and when. The chip's proof keeps the
 * public key that checks it, without the certificate that names the holder; and of a decision the words may go, and nothing else.
 */
export class AddRetention1764250800031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table activation_case add column erased_at timestamptz');
    await runner.query(`
      alter table activation_case add constraint ck_activation_case_erased check (
        erased_at is null or (holder is null and certificate is null and refusal_note is null and initials = '' and state in ('delivered', 'refused', 'abandoned', 'faulty', 'lost')))`);
    await runner.query('create index ix_activation_case_unerased on activation_case (changed_at) where erased_at is null');
    await runner.query(`
      create table erased_identification (
        id uuid not null,
        case_id uuid not null,
        document_type text not null,
        number_last4 text not null,
        identified_by uuid not null,
        identified_at timestamptz not null,
        constraint pk_erased_identification primary key (id),
        constraint fk_erased_identification_case foreign key (case_id) references activation_case (id),
        constraint fk_erased_identification_by foreign key (identified_by) references operator (id),
        constraint ck_erased_identification_last4 check (length(number_last4) <= 4)
      )`);
    await runner.query('create index ix_erased_identification_case on erased_identification (case_id)');
    await runner.query('alter table proof add column public_key bytea');
    await runner.query('alter table proof alter column certificate drop not null');
    await runner.query('alter table proof add constraint ck_proof_key check ((certificate is null) = (public_key is not null))');
    await runner.query(`
      create function let_only_words_go() returns trigger language plpgsql as $$
      begin
        if new.reason <> '' or (new.id, new.case_id, new.operator_id, new.decision, new.follow_up, new.at) is distinct from (old.id, old.case_id, old.operator_id, old.decision, old.follow_up, old.at) then
          raise exception 'of a decision only the words may go';
        end if;
        return new;
      end $$`);
    await runner.query('create trigger tr_case_decision_words before update on case_decision for each row execute function let_only_words_go()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger tr_case_decision_words on case_decision');
    await runner.query('drop function let_only_words_go()');
    await runner.query('alter table proof drop constraint ck_proof_key');
    await runner.query(`update proof set certificate = ''::bytea where certificate is null`);
    await runner.query('alter table proof alter column certificate set not null');
    await runner.query('alter table proof drop column public_key');
    await runner.query('drop table erased_identification');
    await runner.query('drop index ix_activation_case_unerased');
    await runner.query('alter table activation_case drop constraint ck_activation_case_erased');
    await runner.query('alter table activation_case drop column erased_at');
  }
}
