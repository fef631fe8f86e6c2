// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardState } from '@sportello/domain';
import { type Reach, withinReachSql } from '../access/reach';
import type { EntityManager } from 'typeorm';
import { CardInReaderRow } from '../database/rows/card-row';
import { CaseRow, IdentityDocumentRow } from '../database/rows/case-row';
import { IntentRow } from '../database/rows/intent-row';
import { SheetRow } from '../database/rows/sheet-row';
import { cardStateSql } from './card-register.repository';
import { waitsForKeeperSql } from './keeper';
import { isOnlineSql } from '../stations/online';
import { chosenStationId } from '../stations/station-choice';

/** A case with all that hangs on it. */
export interface FoundCase {
  readonly row: CaseRow;
  readonly intent: IntentRow | undefined;
  readonly sheet: SheetRow | undefined;
  /** The number of the last sheet that was spoiled for it. */
  readonly spoiledSheet: string | null;
  readonly document: IdentityDocumentRow | undefined;
  /** The stay of its card in a reader of the own station, or desk. */
  readonly stay: CardInReaderRow | undefined;
  readonly cardState: CardState;
  readonly inCharge: { readonly id: string; readonly name: string };
  /** By which hand-over it came there, as long as it has not moved on. */
  readonly handOver: { readonly from: string; readonly at: string; readonly note: string | null } | null;
}

export class CaseViewRepository {
  constructor(private readonly rows: EntityManager) {}

  /** In one round trip; nothing when the case is beyond reach. */
  async at({ deskId, bodyId, at }: Reach, caseId: string, now: Date): Promise<FoundCase | undefined> {
    const { entities, raw } = await this.rows
      .createQueryBuilder(CaseRow, 'c')
      .where(`c.id = :caseId and ${withinReachSql('c.desk_id', ':deskId', ':bodyId')}`, { caseId, deskId, bodyId })
      .leftJoinAndMapOne('c.intent', IntentRow, 'i', 'i.caseId = c.id and i.voidedAt is null')
      .leftJoinAndMapOne('c.sheet', SheetRow, 's', `s.caseId = c.id and s.state not in ('spoiled', 'destroyed')`)
      .leftJoinAndMapOne('c.document', IdentityDocumentRow, 'd', 'd.caseId = c.id')
      .leftJoinAndMapOne(
        'c.stay',
        CardInReaderRow,
        'r',
        `r.idCarta = c.idCarta and r.reader = 'citizen' and r.state = 'recognised' and exists (
           select from station st where st.id = r.station_id and st.desk_id = :deskId and (:stationId::uuid is null or st.id = :stationId) and ${isOnlineSql('st', ':now')})`,
        { now, stationId: chosenStationId(at) },
      )
      .addSelect(cardStateSql('c.id_carta'), 'card_state')
      .addSelect(SPOILED_SHEET, 'spoiled_sheet')
      .addSelect(IN_CHARGE, 'keeper')
      .addSelect(HANDED_OVER, 'handed_over')
      .getRawAndEntities<RawColumns>();
    const [found] = entities as (CaseRow & Mapped)[];
    const [columns] = raw;
    if (!found || !columns) return undefined;
    const { intent, sheet, document, stay, ...row } = found;
    return { row, intent: intent ?? undefined, sheet: sheet ?? undefined, document: document ?? undefined, stay: stay ?? undefined, cardState: columns.card_state, spoiledSheet: columns.spoiled_sheet, inCharge: columns.keeper, handOver: columns.handed_over };
  }
}

const SPOILED_SHEET = `(
  select lost.control_number from sheet lost where lost.case_id = c.id and lost.state in ('spoiled', 'destroyed') order by lost.changed_at desc, lost.control_number desc limit 1)`;

const IN_CHARGE = `(select json_build_object('id', o.id, 'name', o.display_name) from operator o where o.id = coalesce(c.in_charge, c.opened_by))`;

const HANDED_OVER = `(
  select json_build_object('from', f.display_name, 'at', h.at, 'note', h.note) from case_hand_over h join operator f on f.id = h.from_operator
  where ${waitsForKeeperSql('h', 'c')} order by h.at desc, h.id desc limit 1)`;

interface RawColumns {
  readonly card_state: CardState;
  readonly spoiled_sheet: string | null;
  readonly keeper: FoundCase['inCharge'];
  readonly handed_over: FoundCase['handOver'];
}

interface Mapped {
  readonly intent: IntentRow | null;
  readonly sheet: SheetRow | null;
  readonly document: IdentityDocumentRow | null;
  readonly stay: CardInReaderRow | null;
}
