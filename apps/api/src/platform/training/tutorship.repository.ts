// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EntityManager } from 'typeorm';

/** Who stands beside a trainee. */
export interface TutorBeside {
  readonly id: string;
  readonly tutorId: string;
  readonly tutor: string;
  readonly tutorsCode: string | null;
  readonly until: Date;
}

export interface Standing {
  readonly since: Date;
  readonly tutorship: TutorBeside | null;
}

interface NewTutorship {
  readonly id: string;
  readonly sessionId: string;
  readonly deskId: string;
  readonly traineeId: string;
  readonly tutorId: string;
  readonly beganAt: Date;
  readonly until: Date;
}

export class TutorshipRepository {
  constructor(private readonly rows: EntityManager) {}

  /** How an operator stands in a session while they are in training. A tutor whose account is closed, or who is no operator any more, stands beside nobody. */
  async standingIn(sessionId: string, operatorId: string, now: Date): Promise<Standing | undefined> {
    const [found] = await this.rows.query<({ readonly since: Date } & { readonly [Key in keyof TutorBeside]: TutorBeside[Key] | null })[]>(
      `select o.training_since as since, t.id, u.id as "tutorId", u.display_name as tutor, u.codice_fiscale as "tutorsCode", t.until
       from operator o
       left join (tutorship t join operator u on u.id = t.tutor_id and u.disabled_at is null and 'operator' = any(u.roles))
         on t.session_id = $1 and t.trainee_id = o.id and t.ended_at is null and t.until > $3
       where o.id = $2 and o.training_since is not null and o.enabled_at is null`,
      [sessionId, operatorId, now],
    );
    if (!found) return undefined;
    const { since, id, tutorId, tutor, tutorsCode, until } = found;
    const isThere = id !== null && tutorId !== null && tutor !== null && until !== null;
    return { since, tutorship: isThere ? { id, tutorId, tutor, tutorsCode, until } : null };
  }

  /** Whoever stood beside the trainee in this session does so no longer. */
  async begin({ id, sessionId, deskId, traineeId, tutorId, beganAt, until }: NewTutorship): Promise<void> {
    await this.rows.query('update tutorship set ended_at = $2 where session_id = $1 and ended_at is null', [sessionId, beganAt]);
    await this.rows.query('insert into tutorship (id, session_id, desk_id, trainee_id, tutor_id, began_at, until) values ($1, $2, $3, $4, $5, $6, $7)', [id, sessionId, deskId, traineeId, tutorId, beganAt, until]);
  }

  /** The trainee's id; nothing when the tutorship is over, or of two others. */
  async end(id: string, byOperatorId: string, now: Date): Promise<{ readonly traineeId: string; readonly tutorId: string; readonly deskId: string } | undefined> {
    const [[ended]] = await this.rows.query<[{ readonly traineeId: string; readonly tutorId: string; readonly deskId: string }[], number]>(
      `update tutorship set ended_at = $3 where id = $1 and ended_at is null and $2 in (trainee_id, tutor_id)
       returning trainee_id as "traineeId", tutor_id as "tutorId", desk_id as "deskId"`,
      [id, byOperatorId, now],
    );
    return ended;
  }

  /** Whom somebody stands beside, while the trainee's session lasts. */
  async ofTutor(tutorId: string, now: Date): Promise<readonly { readonly id: string; readonly trainee: string; readonly until: Date }[]> {
    return this.rows.query(
      `select t.id, o.display_name as trainee, t.until from tutorship t join operator o on o.id = t.trainee_id join session s on s.id = t.session_id and s.expires_at > $2
       where t.tutor_id = $1 and t.ended_at is null and t.until > $2 order by t.began_at, t.id`,
      [tutorId, now],
    );
  }
}
