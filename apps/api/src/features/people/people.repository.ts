// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DeskName, PersonLine } from '@sportello/contracts';
import type { PersonToChange, Role } from '@sportello/domain';
import type { EntityManager } from 'typeorm';

export interface NewPerson {
  readonly id: string;
  readonly homeDeskId: string;
  readonly username: string;
  readonly passwordHash: string;
  readonly displayName: string;
  readonly codiceFiscale: string | null;
  readonly isInTraining: boolean;
  readonly now: Date;
}

/** A person of the body, with what the rules ask. */
export interface HeldPerson extends PersonToChange {
  readonly revision: number;
  readonly username: string;
  readonly displayName: string;
  readonly codiceFiscale: string | null;
  readonly desks: readonly DeskName[];
  readonly sessions: number;
}

export type ListedPerson = Omit<PersonLine, 'canDecide'> & { readonly askedBy: string | null };

/** Whoever was added and never came in, or was asked back, is invited; whoever is disabled otherwise has left. */
const STATE = `case when o.disabled_at is null then 'active' when o.is_invited then 'invited' else 'left' end`;

const DESKS = `(select coalesce(json_agg(json_build_object('id', d.id, 'name', d.name, 'place', d.place) order by d.id <> o.desk_id, d.place, d.name), '[]')
  from operator_desk s join desk d on d.id = s.desk_id where s.operator_id = o.id and s.until is null)`;

const OF_BODY = 'o.desk_id in (select id from desk where body_id = $1)';

/** Administrators who may sign in, of the body. */
const ANOTHER_ADMINISTRATOR = `exists (select from operator a join desk h on h.id = a.desk_id where h.body_id = $1 and a.id <> o.id and a.disabled_at is null and 'administrator' = any(a.roles))`;

export class PeopleRepository {
  constructor(private readonly rows: EntityManager) {}

  /** Acts on the people of a body come one after the other from here to the end of the transaction: two administrators cannot see each other off. */
  async holdBody(bodyId: string): Promise<void> {
    await this.rows.query('select from body where id = $1 for no key update', [bodyId]);
  }

  async desksOfBody(bodyId: string): Promise<readonly DeskName[]> {
    return this.rows.query<DeskName[]>('select id, name, place from desk where body_id = $1 order by place, name, id', [bodyId]);
  }

  async list(bodyId: string, search: string, most: number, now: Date): Promise<readonly ListedPerson[]> {
    return this.rows.query<ListedPerson[]>(
      `select o.id, o.username, o.display_name as "displayName", o.roles, ${DESKS} as desks, ${STATE} as state, r.id is not null as "awaitsDecision", r.asked_by as "askedBy"
       from operator o left join role_change r on r.operator_id = o.id and r.state = 'asked' and r.expires_at > $4
       where ${OF_BODY} and (strpos(lower(o.display_name), lower($2)) > 0 or strpos(o.username, lower($2)) > 0)
       order by r.id is null, ${STATE} = 'left', lower(o.display_name), o.id limit $3`,
      [bodyId, search, most, now],
    );
  }

  async person(bodyId: string, personId: string, now: Date): Promise<HeldPerson | undefined> {
    const [found] = await this.rows.query<HeldPerson[]>(
      `select o.id, o.revision, o.username, o.display_name as "displayName", o.codice_fiscale as "codiceFiscale", o.roles, ${STATE} as state, ${DESKS} as desks,
         (select count(*)::int from session s where s.operator_id = o.id and s.expires_at > $3) as sessions,
         o.disabled_at is null and 'administrator' = any(o.roles) and not ${ANOTHER_ADMINISTRATOR} as "isLastAdministrator"
       from operator o where ${OF_BODY} and o.id = $2`,
      [bodyId, personId, now],
    );
    return found;
  }

  async isUsernameTaken(username: string): Promise<boolean> {
    const [found] = await this.rows.query<[{ readonly taken: boolean }]>('select exists (select from operator where username = $1) as taken', [username]);
    return found.taken;
  }

  /** Disabled until the invitation is taken up, and without a role until a second administrator gives one. */
  async add({ id, homeDeskId, username, passwordHash, displayName, codiceFiscale, isInTraining, now }: NewPerson): Promise<void> {
    await this.rows.query(
      `insert into operator (id, desk_id, username, password_hash, display_name, codice_fiscale, roles, created_at, disabled_at, is_invited, training_since)
       values ($1, $2, $3, $4, $5, $6, '{}', $7, $7, true, $8)`,
      [id, homeDeskId, username, passwordHash, displayName, codiceFiscale, now, isInTraining ? now : null],
    );
  }

  async change(personId: string, { homeDeskId, displayName }: Pick<NewPerson, 'homeDeskId' | 'displayName'>): Promise<void> {
    await this.rows.query('update operator set desk_id = $2, display_name = $3, revision = revision + 1 where id = $1', [personId, homeDeskId, displayName]);
  }

  /** Who came back from the provider with the code of before, and is not in yet, does not come in. */
  async giveCodiceFiscale(personId: string, codiceFiscale: string | null): Promise<void> {
    await this.rows.query('update operator set codice_fiscale = $2, revision = revision + 1 where id = $1', [personId, codiceFiscale]);
    await this.rows.query('delete from pending_single_sign_on where operator_id = $1', [personId]);
  }

  /** Somebody who left waits for an invitation anew. */
  async giveRoles(personId: string, roles: readonly Role[]): Promise<void> {
    await this.rows.query('update operator set roles = $2, is_invited = disabled_at is not null, revision = revision + 1 where id = $1', [personId, roles]);
  }

  async leave(personId: string, now: Date): Promise<void> {
    await this.rows.query('update operator set disabled_at = coalesce(disabled_at, $2), is_invited = false, revision = revision + 1 where id = $1', [personId, now]);
  }

  async joins(personId: string, passwordHash: string): Promise<void> {
    await this.rows.query('update operator set password_hash = $2, disabled_at = null, is_invited = false, revision = revision + 1 where id = $1', [personId, passwordHash]);
  }
}
