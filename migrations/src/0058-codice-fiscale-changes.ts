// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A codice fiscale lets its holder in by SPID or CIE: it is asked for by one administrator and given by another, as roles are. It stands in the request while that waits. */
export class AddCodiceFiscaleChanges1764250800058 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table role_change
        add column what text not null default 'roles',
        add column codice_fiscale_before text,
        add column codice_fiscale text,
        alter column roles_before drop not null,
        alter column roles drop not null,
        add constraint ck_role_change_what check (what in ('roles', 'codice-fiscale')),
        add constraint ck_role_change_one_thing check (
          (what = 'roles') = (roles is not null) and (what = 'roles') = (roles_before is not null)
          and case when what = 'codice-fiscale' and state = 'asked' then codice_fiscale is distinct from codice_fiscale_before else codice_fiscale is null and codice_fiscale_before is null end
        )`);
    await runner.query('alter table role_change alter column what drop default');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from role_change where what = 'codice-fiscale'`);
    await runner.query(`
      alter table role_change drop constraint ck_role_change_one_thing, drop constraint ck_role_change_what,
        alter column roles set not null, alter column roles_before set not null,
        drop column codice_fiscale, drop column codice_fiscale_before, drop column what`);
  }
}
