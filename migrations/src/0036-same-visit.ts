// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The applicant of one case goes on with the next card: which case it was, and of which case the identification is that was carried over. */
export class AddSameVisit1764250800036 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table activation_case
        add column visit_case_id uuid,
        add constraint fk_activation_case_visit foreign key (visit_case_id) references activation_case (id),
        add constraint ck_activation_case_visit check (visit_case_id <> id)`);
    await runner.query(`
      alter table case_application
        add column carried_from uuid,
        add constraint fk_case_application_carried_from foreign key (carried_from) references activation_case (id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table case_application drop column carried_from');
    await runner.query('alter table activation_case drop column visit_case_id');
  }
}
