// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardState, ModeOfActivation } from '@sportello/domain';
import type { EntityManager } from 'typeorm';
import type { HolderEvidence } from '../activation/card-on-desk';
import { cardStateSql } from '../activation/card-register.repository';
import { codesOf } from '../cip/codes-of';
import { type PreparedStatement, queryPrepared } from '../database/prepared-statement';
import type { RevocationRequestRow } from '../database/rows/revocation-row';

/** A card as far as a lot needs it. */
export interface KnownCard {
  readonly idCarta: string;
  readonly state: CardState;
  readonly mode: ModeOfActivation | null;
  /** Null: it was erased, or the card was never identified here. */
  readonly holder: HolderEvidence | null;
  readonly initials: string;
  /** DER; null like the holder. */
  readonly certificate: Buffer | null;
}

/** As far as a request about its certificate needs it. */
export interface CardToRevoke extends KnownCard {
  /** The same person has others in use, which stay. */
  readonly hasOthers: boolean;
}

export type EarlierRequest = Pick<RevocationRequestRow, 'id' | 'year' | 'number' | 'state'>;

export class CardToRevokeRepository {
  constructor(private readonly rows: EntityManager) {}

  /** What the register and the last identification say of a card; of one that nobody knows, that. */
  async of(idCarta: string): Promise<CardToRevoke> {
    const [found] = await queryPrepared<KnownCard>(this.rows, CARD, [idCarta]);
    if (!found) throw new Error('a card of which not even nothing is known');
    return { ...found, hasOthers: await this.hasOthers(found) };
  }

  /** The same of many, in their order. */
  async ofAll(cards: readonly string[]): Promise<readonly KnownCard[]> {
    return queryPrepared<KnownCard>(this.rows, CARDS, [cards]);
  }

  /** However a codice fiscale was spelled on either card. */
  private async hasOthers({ idCarta, holder }: KnownCard): Promise<boolean> {
    if (!holder) return false;
    const found = await queryPrepared(this.rows, OTHERS, [codesOf(holder.codiceFiscale), idCarta]);
    return found.length > 0;
  }

  /** Of one certificate, one request after the other: whoever comes second waits here, and then finds the first. */
  async holdCertificate(issuer: Uint8Array, serial: string): Promise<void> {
    await this.rows.query('select pg_advisory_xact_lock(hashtextextended(encode($1, $3) || $2, 0))', [issuer, serial, 'hex']);
  }

  /** Of many, those that nobody else holds now, waiting for none: held like the one. Answers their places in the list, from 0. */
  async holdFree(certificates: readonly { readonly certificateIssuer: Buffer; readonly certificateSerial: string }[]): Promise<readonly number[]> {
    const held = await this.rows.query<{ readonly place: number }[]>(
      `select (place - 1)::int as place from unnest($1::bytea[], $2::text[]) with ordinality as asked (issuer, serial, place)
       where pg_try_advisory_xact_lock(hashtextextended(encode(issuer, 'hex') || serial, 0))`,
      [certificates.map(({ certificateIssuer }) => certificateIssuer), certificates.map(({ certificateSerial }) => certificateSerial)],
    );
    return held.map(({ place }) => place);
  }

  /** The request that stands in the way of another for the certificate: one on its way, or that ended it. `isToDecide`: one that waits for a supervisor's word does so too. */
  async earlierOf(issuer: Uint8Array, serial: string, isToDecide: boolean): Promise<EarlierRequest | undefined> {
    const [found] = await queryPrepared<EarlierRequest>(this.rows, EARLIER, [issuer, serial, isToDecide]);
    return found;
  }

  /** Whether one of whoever was recognised waits for a supervisor's word on the certificate already. */
  async isToDecide(issuer: Uint8Array, serial: string): Promise<boolean> {
    const found = await this.rows.query<unknown[]>(`select 1 from revocation_request where certificate_issuer = $1 and certificate_serial = $2 and state = 'logged' and standing = 'identified'`, [issuer, serial]);
    return found.length > 0;
  }
}

/** SQL: of cards by number and place. */
const cardsSql = (asked: string): string => `
  select asked.id_carta as "idCarta", ${cardStateSql('asked.id_carta')} as state, register.mode_of_activation as mode,
    last.holder, coalesce(last.initials, '') as initials, last.certificate
  from ${asked} as asked (id_carta, position)
    left join card register on register.id_carta = asked.id_carta
    left join lateral (
      select c.holder, c.initials, c.certificate from activation_case c where c.id_carta = asked.id_carta and c.certificate is not null order by c.changed_at desc limit 1
    ) last on true
  order by asked.position`;

/** By itself, so that PostgreSQL keeps its plan: how long a list is it takes into account each time. */
const CARD: PreparedStatement = { name: 'card-to-revoke', text: cardsSql('(values ($1::text, 1))') };

const CARDS: PreparedStatement = { name: 'cards-to-revoke', text: cardsSql('unnest($1::text[]) with ordinality') };

/** Whose they are is found first, by its index: few have two cards, and most cards are in use. */
const OTHERS: PreparedStatement = {
  name: 'cards-of-the-same',
  text: `with theirs as materialized (select id_carta from activation_case where holder is not null and holder ->> 'codiceFiscale' = any($1::text[]) and id_carta <> $2)
    select 1 from theirs join card on card.id_carta = theirs.id_carta and card.state in ('active', 'suspended') limit 1`,
};

const EARLIER: PreparedStatement = {
  name: 'request-in-the-way',
  text: `select id, year, number, state from revocation_request where certificate_issuer = $1 and certificate_serial = $2
     and (state not in ('logged', 'confirmed', 'rejected') or (state = 'confirmed' and act = 'revocation') or ($3 and state = 'logged' and standing = 'identified'))
   order by state = 'confirmed' desc, recorded_at limit 1`,
};
