// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CountDifferenceView, MatterView } from '@sportello/contracts';
import { MATTER_RULES, type Role, localDateAt, signMatter } from '@sportello/domain';
import type { EntityManager } from 'typeorm';
import type { SignedInOperator } from '../access/caller';
import type { CustodyMatterRow } from '../database/rows/custody-matter-row';
import { rulesOf } from './desk-rules.repository';
import { areSupervisors, isSupervisor } from './supervisor';

type FoundMatter = Pick<
  CustodyMatterRow,
  'id' | 'deskId' | 'kind' | 'state' | 'ranges' | 'outcome' | 'signedBy' | 'isStopping' | 'tookEffectAt' | 'signedAt' | 'signReason' | 'openedAt' | 'day' | 'countersignedAt' | 'countersignReason'
> & {
  readonly expected: string | null;
  readonly numberRead: string | null;
  readonly desk: string;
  readonly station: string | null;
  readonly openedByName: string | null;
  readonly signedByName: string | null;
  readonly signedByRoles: readonly Role[] | null;
  readonly countersignedByName: string | null;
  readonly differences: CountDifferenceView[] | null;
  readonly deskKind: Parameters<typeof rulesOf>[0]['kind'];
  readonly minimumSheets: number | null;
  readonly isOnePerson: boolean | null;
  readonly spoiledPerDay: number | null;
};

export class MatterViewRepository {
  constructor(private readonly rows: EntityManager) {}

  /** What waits for signatures: of the caller's desk; for a supervisor of every desk of the body. What stops a printer comes first, then what waits longest. */
  async waiting(caller: SignedInOperator, now: Date): Promise<MatterView[]> {
    const found = await this.rows.query<FoundMatter[]>(`${MATTER} where m.state <> 'closed' and ${isSupervisor(caller) ? 'd.body_id = $1' : 'm.desk_id = $1'} ${IN_ORDER}`, [
      isSupervisor(caller) ? caller.desk.bodyId : caller.desk.id,
    ]);
    return found.map((matter) => view(matter, caller, now));
  }

  /** All matters of one desk's day, settled or not. */
  async ofDay(caller: SignedInOperator, day: string, now: Date): Promise<MatterView[]> {
    const found = await this.rows.query<FoundMatter[]>(`${MATTER} where m.desk_id = $1 and m.day = $2 order by m.opened_at, m.id`, [caller.desk.id, day]);
    return found.map((matter) => view(matter, caller, now));
  }
}

const MATTER = `
  select m.id, m.desk_id as "deskId", m.kind, m.state, m.ranges, m.expected, m.number_read as "numberRead", m.outcome, m.is_stopping as "isStopping", m.opened_at as "openedAt",
    m.day::text as day, m.signed_by as "signedBy", m.signed_at as "signedAt", m.sign_reason as "signReason", m.countersigned_at as "countersignedAt",
    m.countersign_reason as "countersignReason", m.took_effect_at as "tookEffectAt", d.name as desk, t.name as station, c.differences,
    d.kind as "deskKind", d.minimum_sheets as "minimumSheets", d.is_one_person as "isOnePerson", d.spoiled_per_day as "spoiledPerDay",
    o.display_name as "openedByName", s.display_name as "signedByName", s.roles as "signedByRoles", k.display_name as "countersignedByName"
  from custody_matter m join desk d on d.id = m.desk_id
    left join station t on t.id = m.station_id left join sheet_count c on c.id = m.count_id
    left join operator o on o.id = m.opened_by left join operator s on s.id = m.signed_by left join operator k on k.id = m.countersigned_by`;

const IN_ORDER = 'order by m.is_stopping desc, m.opened_at, m.id limit 200';

function view(matter: FoundMatter, caller: SignedInOperator, now: Date): MatterView {
  const { id, kind, state, desk, station, day, expected, numberRead, outcome, isStopping } = matter;
  const [first, second] = [signature(matter.signedByName, matter.signedAt, matter.signReason), signature(matter.countersignedByName, matter.countersignedAt, matter.countersignReason)];
  return {
    id,
    kind,
    state,
    desk,
    station,
    day,
    openedAt: matter.openedAt.toISOString(),
    openedBy: matter.openedByName,
    ranges: [...matter.ranges],
    expected,
    numberRead,
    differences: matter.differences ?? [],
    outcome,
    outcomes: [...MATTER_RULES[kind].outcomes],
    signatures: [first, second].filter((found) => found !== undefined),
    isStopping,
    isOverdue: state !== 'closed' && day < localDateAt(now),
    canSign: canSign(matter, caller),
  };
}

function signature(by: string | null, at: Date | null, reason: string | null) {
  return by === null || at === null ? undefined : { by, at: at.toISOString(), reason: reason ?? '' };
}

/** Whether one of its outcomes would be taken from the caller. */
function canSign(matter: FoundMatter, caller: SignedInOperator): boolean {
  const { isOnePerson } = rulesOf({ ...matter, kind: matter.deskKind });
  const soFar = { ...matter, isSignedBySupervisor: areSupervisors(matter.signedByRoles), hasTakenEffect: matter.tookEffectAt !== null };
  return MATTER_RULES[matter.kind].outcomes.some((outcome) => signMatter(soFar, { by: caller.operator.id, isSupervisor: isSupervisor(caller), outcome }, isOnePerson).ok);
}
