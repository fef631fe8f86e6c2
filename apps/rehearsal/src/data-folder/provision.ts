// SPDX-License-Identifier: AGPL-3.0-or-later
import { activationMethodOf } from '@sportello/card-io/issuer';
import type { Deck, DeckCard } from '../deck/deck';
import type { SignIn } from './sign-ins';

/** The desk of the rehearsal, as the page names it too. */
export const DEMO_DESK = { code: 'MS-2', name: 'Sportello 2', place: 'Massa', body: 'Azienda sanitaria di esempio', kind: 'asl' } as const;

/** Where it would be, and when it would open. */
const DEMO_PLACE = {
  address: { street: 'Via di esempio 1', cap: '54100', municipality: 'Massa', province: 'MS' },
  phone: '0585 000000',
  hours: (['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const).map((weekday) => ({ weekday, from: '08:30', to: '12:30' })).concat([{ weekday: 'tuesday', from: '14:30', to: '17:00' }]),
  isListed: true,
} as const;

/** Control numbers of the blind sheets that lie in the desk's printer from the start. */
export const DEMO_SHEETS = { from: '000419', to: '000918' } as const;

/** What the API reads to set a desk up: the same file from which a real installation gets its first one. */
export type ProvisionFile = {
  readonly bodies: readonly { readonly name: string; readonly kind: string }[];
  readonly desks: readonly (typeof DEMO_DESK & typeof DEMO_PLACE)[];
  readonly stations: readonly { readonly desk: string; readonly name: string; readonly enrolmentCode: string }[];
  readonly operators: readonly (SignIn & { readonly desk: string })[];
  readonly sheets: readonly { readonly desk: string; readonly from: string; readonly to: string }[];
  /** The factory's file: what is on the chips of cards that nobody activated yet, and that are written with it. */
  readonly transportCodes: readonly { readonly idCarta: string; readonly pin: string; readonly puk: string }[];
  /** What the register knows already. */
  readonly cards: readonly { readonly idCarta: string; readonly state: 'active' | 'inactive' }[];
};

export const provisionFor = (deck: Deck, signIns: readonly SignIn[], enrolmentCode: string): ProvisionFile => {
  const cards = [...deck.cards, ...deck.reserve];
  const isTransported = ({ cardType }: DeckCard): boolean => activationMethodOf(cardType) === 'transport-codes';
  return {
    bodies: [{ name: DEMO_DESK.body, kind: DEMO_DESK.kind }],
    desks: [{ ...DEMO_DESK, ...DEMO_PLACE }],
    stations: [{ desk: DEMO_DESK.code, name: 'Postazione 1', enrolmentCode }],
    operators: signIns.map((signIn) => ({ ...signIn, desk: DEMO_DESK.code })),
    sheets: [{ desk: DEMO_DESK.code, ...DEMO_SHEETS }],
    transportCodes: cards.filter((card) => card.inUse === null && isTransported(card)).map(({ idCarta, transport }) => ({ idCarta, ...transport })),
    cards: cards.filter((card) => card.inUse !== null || !isTransported(card)).map(({ idCarta, inUse }) => ({ idCarta, state: inUse === null ? 'inactive' : 'active' })),
  };
};
