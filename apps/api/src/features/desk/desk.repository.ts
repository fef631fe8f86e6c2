// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DayState, OpenCaseLine, PrinterCondition, ProblemCode, ReaderCondition, ReaderRole } from '@sportello/contracts';
import { type CardState, FINAL_CASE_STATES, type LocalDate, type MatterKind } from '@sportello/domain';
import type { EntityManager } from 'typeorm';
import type { CardOnDesk } from '../../platform/activation/card-on-desk';
import { waitsForKeeperSql } from '../../platform/activation/keeper';
import { cardStateSql } from '../../platform/activation/card-register.repository';
import { stopSql } from '../../platform/custody/stop';
import { isOnlineSql } from '../../platform/stations/online';
import { type Counter, chosenStationId } from '../../platform/stations/station-choice';

export interface StationOnDesk {
  readonly id: string;
  readonly name: string;
  readonly isOnline: boolean;
  readonly lastSeenAt: string | null;
  readonly reader: ReaderCondition;
  readonly operatorReader: ReaderCondition | null;
  readonly envelopes: PrinterCondition;
  readonly forms: PrinterCondition;
  readonly stay: StayOnDesk | null;
  readonly secondStay: StayOnDesk | null;
  readonly sheets: SheetsToPrintOn;
  /** What keeps its envelopes from being printed. */
  readonly stop: MatterKind | null;
}

/** Blind sheets in a printer that are promised to nobody. */
export interface SheetsToPrintOn {
  readonly loaded: number;
  readonly next: string | null;
}

export interface StayOnDesk {
  readonly insertionId: string;
  readonly state: 'reading' | 'recognised' | 'not-usable';
  readonly insertedAt: string;
  readonly reason: ProblemCode | null;
  readonly facts: CardOnDesk | null;
  readonly cardState: CardState | null;
  readonly openCaseId: string | null;
}

export interface FoundDesk {
  readonly stations: readonly StationOnDesk[];
  readonly openCases: readonly OpenCaseLine[];
  readonly delivered: number;
  readonly refused: number;
  readonly held: number;
  readonly spoiled: number;
  /** In all printers of the desk. */
  readonly sheets: SheetsToPrintOn;
  /** In stock and in the printers. */
  readonly toUse: number;
  readonly day: DayState;
  readonly matters: number;
  /** What keeps all envelopes of the desk from being printed. */
  readonly stop: MatterKind | null;
}

const FINAL = FINAL_CASE_STATES.map((state) => `'${state}'`).join(', ');

export class DeskRepository {
  constructor(private readonly rows: EntityManager) {}

  /** All that the desk page shows besides the case in hand, in one round trip. `dayBegan` is this morning's midnight at the desk. */
  async show({ deskId, callerId, at }: Counter & { readonly callerId: string }, now: Date, dayBegan: Date, today: LocalDate): Promise<FoundDesk> {
    const [found] = await this.rows.query<[FoundDesk]>(SHOW, [deskId, now, dayBegan, today, callerId, chosenStationId(at)]);
    return found;
  }
}

/** The card in one of the readers of station `s`, as JSON. */
function staySql(reader: ReaderRole): string {
  return `(select json_build_object(
      'insertionId', r.insertion_id, 'state', r.state, 'insertedAt', r.inserted_at, 'reason', r.reason, 'facts', r.facts,
      'cardState', case when r.id_carta is not null then ${cardStateSql('r.id_carta')} end,
      'openCaseId', (select c.id from open_case c where c.id_carta = r.id_carta))
    from stay r where r.station_id = s.id and r.reader = '${reader}')`;
}

/** The sheets to print on of which `where` is true, as JSON. */
function sheetsSql(where: string): string {
  const free = `sheet l where l.${where} and l.state = 'loaded' and l.case_id is null`;
  return `json_build_object('loaded', (select count(*) from ${free}), 'next', (select l.control_number from ${free} order by l.load_order, l.control_number limit 1))`;
}

const SHOW = `
  with station_here as (
    select s.*, ${isOnlineSql('s', '$2')} as is_online from station s
    where s.desk_id = $1 and s.enrolled_at is not null and s.revoked_at is null
  ), stay as (
    select r.* from card_in_reader r join station_here s on s.id = r.station_id where s.is_online and r.state <> 'removed'
  ), open_case as (
    select c.* from activation_case c where c.desk_id = $1 and c.state not in (${FINAL})
  )
  select
    coalesce((
      select json_agg(json_build_object(
        'id', s.id, 'name', s.name, 'isOnline', s.is_online, 'lastSeenAt', s.last_seen_at, 'reader', s.reader, 'operatorReader', s.operator_reader, 'envelopes', s.envelopes, 'forms', s.forms,
        'stay', ${staySql('citizen')},
        'secondStay', ${staySql('operator')},
        'sheets', ${sheetsSql('station_id = s.id')},
        'stop', ${stopSql('s')}
        ) order by s.created_at, s.id)
      from station_here s), '[]') as stations,
    coalesce((
      select json_agg(json_build_object(
        'id', c.id, 'number', c.number, 'initials', c.initials, 'state', c.state, 'isStopped', c.stopped_at is not null, 'changedAt', c.changed_at,
        'controlNumber', (select sh.control_number from sheet sh where sh.case_id = c.id and sh.state not in ('spoiled', 'destroyed')),
        'isCardInReader', exists (select from stay r where r.reader = 'citizen' and r.id_carta = c.id_carta and ($6::uuid is null or r.station_id = $6)),
        'inCharge', (select o.display_name from operator o where o.id = coalesce(c.in_charge, c.opened_by)),
        'isHandedToMe', c.in_charge = $5 and exists (select from case_hand_over h where ${waitsForKeeperSql('h', 'c')})) order by c.opened_at, c.id)
      from open_case c), '[]') as "openCases",
    (select count(*)::int from activation_case where desk_id = $1 and state = 'delivered' and changed_at >= $3) as delivered,
    (select count(*)::int from activation_case where desk_id = $1 and state = 'refused' and changed_at >= $3)
      + (select count(*)::int from visit where desk_id = $1 and at >= $3) as refused,
    (select count(*)::int from sheet where desk_id = $1 and state = 'held') as held,
    (select count(*)::int from sheet where desk_id = $1 and state = 'spoiled' and changed_at >= $3) as spoiled,
    ${sheetsSql('desk_id = $1')} as sheets,
    (select count(*)::int from sheet where desk_id = $1 and transfer_id is null and (state = 'in-stock' or (state = 'loaded' and case_id is null))) as "toUse",
    coalesce((select y.state from desk_day y where y.desk_id = $1 and y.day = $4), 'not-opened') as day,
    (select count(*)::int from custody_matter m where m.desk_id = $1 and m.state <> 'closed') as matters,
    (select m.kind from custody_matter m where m.desk_id = $1 and m.is_stopping and m.station_id is null limit 1) as stop`;
