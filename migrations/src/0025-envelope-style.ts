// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The language and layout in which a case's envelope is printed, and what each station says that its envelopes are printed on. */
export class AddEnvelopeStyle1764250800025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table activation_case
        add column envelope_language text not null default 'it',
        add column envelope_layout text not null default 'normal',
        add constraint ck_activation_case_envelope_language check (envelope_language in ('it', 'en', 'de')),
        add constraint ck_activation_case_envelope_layout check (envelope_layout in ('normal', 'large-print'))`);
    await runner.query(`
      alter table station
        add column stationery text,
        add constraint ck_station_stationery check (stationery in ('scratch-label-mailer', 'peel-label-mailer', 'sealed-in-line', 'plain-paper', 'window-envelope'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table station drop column stationery');
    await runner.query('alter table activation_case drop column envelope_layout, drop column envelope_language');
  }
}
