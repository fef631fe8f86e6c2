// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers of requests that were drawn from their series and not given yet: whoever records takes one that nobody else has in hand, and who takes it back leaves it to the next. */
export class StockRevocationNumbers1764250800072 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table revocation_number (
        year integer not null,
        number integer not null,
        constraint pk_revocation_number primary key (year, number),
        constraint ck_revocation_number_number check (number > 0)
      )`);
  }

  /** Those above all that were given go back to the series. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update number_series s set last = greatest(1, (select max(number) from revocation_request r where r.year = s.year))
      where series = 'revocation-requests' and exists (select from revocation_number n where n.year = s.year)`);
    await runner.query('drop table revocation_number');
  }
}
