// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FoundCase } from '@sportello/contracts';
import type { SearchKey } from '@sportello/domain';
import type { EntityManager } from 'typeorm';
import { type Reach, withinReachSql } from '../../platform/access/reach';

export class SearchRepository {
  constructor(private readonly rows: EntityManager) {}

  /** The cases that any of the keys names, the newest first. Each key has an index of its own: the union keeps PostgreSQL on them. */
  async find({ deskId, bodyId }: Reach, keys: readonly SearchKey[], most: number): Promise<readonly FoundCase[]> {
    const { codes, idCarta, endings, sheets, receipts, cases } = sorted(keys);
    const found = await this.rows.query<(Omit<FoundCase, 'openedAt' | 'changedAt'> & { readonly openedAt: Date; readonly changedAt: Date })[]>(FIND, [
      deskId,
      bodyId,
      codes,
      idCarta,
      endings,
      sheets,
      receipts,
      JSON.stringify(cases),
      most,
    ]);
    return found.map((line) => ({ ...line, openedAt: line.openedAt.toISOString(), changedAt: line.changedAt.toISOString() }));
  }
}

type KeyOf<Kind extends SearchKey['kind']> = Extract<SearchKey, { readonly kind: Kind }>;

function sorted(keys: readonly SearchKey[]) {
  const of = <Kind extends SearchKey['kind']>(kind: Kind) => keys.filter((key): key is KeyOf<Kind> => key.kind === kind);
  return {
    codes: of('person').flatMap((key) => key.codes),
    idCarta: of('id-carta').map(({ digits }) => digits),
    endings: of('id-carta-ending').map(({ digits }) => digits),
    sheets: of('sheet').map(({ controlNumber }) => controlNumber),
    receipts: of('receipt').map(({ receiptNumber }) => receiptNumber),
    cases: of('case').map(({ caseNumber, yearOfCentury }) => ({ number: caseNumber, year: yearOfCentury })),
  };
}

const FIND = `
  with within_reach as (
    select d.id, d.name from desk d where ${withinReachSql('d.id', '$1', '$2::uuid')}
  ), named as (
    select id from activation_case where holder is not null and holder ->> 'codiceFiscale' = any($3::text[])
    union select id from activation_case where id_carta = any($4::text[])
    union select id from activation_case where right(id_carta, 8) = any($5::text[])
    union select s.case_id from sheet s join within_reach d on d.id = s.desk_id where s.control_number = any($6::text[]) and s.case_id is not null
    union select id from activation_case where receipt_number is not null and receipt_number = any($7::text[])
    union select c.id from within_reach d
      join jsonb_to_recordset($8::jsonb) as k (number integer, year integer) on true
      join activation_case c on c.desk_id = d.id and c.number = k.number and (k.year is null or c.year % 100 = k.year)
  )
  select c.id, c.number, c.initials, c.state, c.kind, c.opened_at as "openedAt", c.changed_at as "changedAt", d.name as desk, c.desk_id = $1 as "isOwnDesk",
    (select s.control_number from sheet s where s.case_id = c.id order by s.state in ('spoiled', 'destroyed'), s.changed_at desc limit 1) as "controlNumber"
  from named n join activation_case c on c.id = n.id join within_reach d on d.id = c.desk_id
  order by c.opened_at desc, c.id limit $9`;
