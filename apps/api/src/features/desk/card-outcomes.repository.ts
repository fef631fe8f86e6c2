// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardOutcomes, CardOutcomesPeriod } from '@sportello/contracts';
import { DESK_ZONE } from '@sportello/domain';
import type { EntityManager } from 'typeorm';

export class CardOutcomesRepository {
  constructor(private readonly rows: EntityManager) {}

  /** Over the desks of one body, the most frequent first. Days are those of the desks' zone. */
  async count(bodyId: string, { from, to }: CardOutcomesPeriod): Promise<CardOutcomes['rows']> {
    return this.rows.query<CardOutcomes['rows']>(COUNT, [bodyId, from, to, DESK_ZONE]);
  }
}

const COUNT = `
  with desk_here as (select id, name from desk where body_id = $1),
  period as (select ($2::date)::timestamp at time zone $4 as began, ($3::date + 1)::timestamp at time zone $4 as ended),
  outcome as (
    select v.desk_id, v.card_type, v.reason as outcome
    from visit v join desk_here d on d.id = v.desk_id, period p where v.at >= p.began and v.at < p.ended
    union all
    select c.desk_id, c.card_type, case c.state when 'faulty' then 'proof-invalid' else 'lost' end
    from activation_case c join desk_here d on d.id = c.desk_id, period p
    where c.state in ('faulty', 'lost') and c.changed_at >= p.began and c.changed_at < p.ended
  )
  select d.name as desk, o.card_type as "cardType", o.outcome, count(*)::int as count
  from outcome o join desk_here d on d.id = o.desk_id
  group by d.name, o.card_type, o.outcome
  order by count desc, d.name, o.card_type, o.outcome`;
