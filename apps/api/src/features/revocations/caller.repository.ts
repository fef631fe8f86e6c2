// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ModeOfActivation } from '@sportello/domain';
import type { EntityManager } from 'typeorm';
import { codesOf } from '../../platform/cip/codes-of';

export interface CallOfDesk {
  readonly id: string;
  readonly deskId: string;
  readonly mayRecordUnverified: boolean;
  readonly isOutOfHours: boolean;
}

/** Who was recognised in a call, and by whose CIP. */
export interface RecognisedCaller {
  readonly idCarta: string;
  readonly mode: ModeOfActivation | null;
}

/** Calls as far as a request recorded in one needs them. */
export class CallerRepository {
  constructor(private readonly rows: EntityManager) {}

  /** A call of the desk that is not closed; no other desk's. */
  async openCall(callId: string, deskId: string): Promise<CallOfDesk | undefined> {
    const [found] = await this.rows.query<CallOfDesk[]>(
      `select id, desk_id as "deskId", may_record_unverified as "mayRecordUnverified", is_out_of_hours as "isOutOfHours" from call_record where id = $1 and desk_id = $2 and state <> 'closed'`,
      [callId, deskId],
    );
    return found;
  }

  /** The identification, while it holds. */
  async recognised(callId: string, identificationId: string, now: Date): Promise<RecognisedCaller | undefined> {
    const [found] = await this.rows.query<RecognisedCaller[]>(
      `select i.id_carta as "idCarta", card.mode_of_activation as mode from cip_identification i left join card on card.id_carta = i.id_carta
       where i.id = $1 and i.call_id = $2 and i.ended_at is null and i.until > $3`,
      [identificationId, callId, now],
    );
    return found;
  }

  /** Whether both cards are one person's, however the codice fiscale is spelled on either. */
  async areOfOnePerson(one: string, other: string): Promise<boolean> {
    const codes = await this.codesOn(one);
    const others = await this.codesOn(other);
    return codes.some((code) => codesOf(code).some((spelling) => others.includes(spelling)));
  }

  private async codesOn(idCarta: string): Promise<readonly string[]> {
    const found = await this.rows.query<{ readonly code: string }[]>(`select distinct holder ->> 'codiceFiscale' as code from activation_case where holder is not null and id_carta = $1`, [idCarta]);
    return found.map(({ code }) => code);
  }
}
