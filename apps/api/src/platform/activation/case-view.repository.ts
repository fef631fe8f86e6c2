// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardState } from '@sportello/domain';
import { type Reach, withinReachSql } from '../access/reach';
import type { EntityManager } from 'typeorm';
import { CardInReaderRow } from '../database/rows/card-row';
import { CaseRow, IdentityDocumentRow } from '../database/rows/case-row';
import { IntentRow } from '../database/rows/intent-row';
import { SheetRow } from '../database/rows/sheet-row';
import { cardStateSql } from './card-register.repository';
import { isOnlineSql } from '../stations/online';

/** A case with all that hangs on it. */
export interface FoundCase {
  readonly row: CaseRow;
  readonly intent: IntentRow | undefined;
  readonly sheet: SheetRow | undefined;
  /** The number of the last sheet that was spoiled for it. */
  readonly spoiledSheet: string | null;
  readonly document: IdentityDocumentRow | undefined;
  /** The stay of its card in one of the own desk's readers. */
  readonly stay: CardInReaderRow | undefined;
  readonly cardState: CardState;
}

export class CaseViewRepository {
  constructor(private readonly rows: EntityManager) {}

  /** In one round trip; nothing when the case is beyond reach. */
  async at({ deskId, bodyId }: Reach, caseId: string, now: Date): Promise<FoundCase | undefined> {
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
           select from station st where st.id = r.station_id and st.desk_id = :deskId and ${isOnlineSql('st', ':now')})`,
        { now },
      )
      .addSelect(cardStateSql('c.id_carta'), 'card_state')
      .addSelect(SPOILED_SHEET, 'spoiled_sheet')
      .getRawAndEntities<RawColumns>();
    const [found] = entities as (CaseRow & Mapped)[];
    const [columns] = raw;
    if (!found || !columns) return undefined;
    const { intent, sheet, document, stay, ...row } = found;
    return { row, intent: intent ?? undefined, sheet: sheet ?? undefined, document: document ?? undefined, stay: stay ?? undefined, cardState: columns.card_state, spoiledSheet: columns.spoiled_sheet };
  }
}

const SPOILED_SHEET = `(
  select lost.control_number from sheet lost where lost.case_id = c.id and lost.state in ('spoiled', 'destroyed') order by lost.changed_at desc, lost.control_number desc limit 1)`;

interface RawColumns {
  readonly card_state: CardState;
  readonly spoiled_sheet: string | null;
}

interface Mapped {
  readonly intent: IntentRow | null;
  readonly sheet: SheetRow | null;
  readonly document: IdentityDocumentRow | null;
  readonly stay: CardInReaderRow | null;
}
