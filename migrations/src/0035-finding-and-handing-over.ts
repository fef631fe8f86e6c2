// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a case is found by, whose hands it is in, and how it came there. */
export class AddFindingAndHandingOver1764250800035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index ix_activation_case_holder_code on activation_case ((holder ->> 'codiceFiscale')) where holder is not null`);
    await runner.query('create index ix_activation_case_id_carta on activation_case (id_carta)');
    await runner.query('create index ix_activation_case_id_carta_ending on activation_case (right(id_carta, 8))');
    await runner.query('create index ix_activation_case_receipt on activation_case (receipt_number) where receipt_number is not null');
    await runner.query(`
      alter table activation_case
        add column in_charge uuid,
        add constraint fk_activation_case_in_charge foreign key (in_charge) references operator (id)`);
    await runner.query(`
      create table case_hand_over (
        id uuid not null,
        case_id uuid not null,
        from_operator uuid not null,
        to_operator uuid not null,
        note text,
        revision integer not null,
        at timestamptz not null,
        constraint pk_case_hand_over primary key (id),
        constraint fk_case_hand_over_case foreign key (case_id) references activation_case (id),
        constraint fk_case_hand_over_from_operator foreign key (from_operator) references operator (id),
        constraint fk_case_hand_over_to_operator foreign key (to_operator) references operator (id)
      )`);
    await runner.query('create index ix_case_hand_over_case on case_hand_over (case_id, at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table case_hand_over');
    await runner.query('alter table activation_case drop column in_charge');
    for (const index of ['receipt', 'id_carta_ending', 'id_carta', 'holder_code']) await runner.query(`drop index ix_activation_case_${index}`);
  }
}
