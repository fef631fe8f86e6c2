// SPDX-License-Identifier: AGPL-3.0-or-later
import { deriveCardKey, type SecretBytes } from '@sportello/card-io/issuer';
import { createVirtualCard, freshCodes, isCardModelName, issueCardCertificate, type DemoCa, type IssuedCard, type VirtualCard, type VirtualCardState } from '@sportello/card-io/simulator';
import { join } from 'node:path';
import * as z from 'zod';
import { readJsonIfThere, writeJson } from '../data-folder/files';
import type { DeckCard } from '../deck/deck';
import { personalDataOf } from './personal-data';

const StoredChip = z.strictObject({ certificate: z.base64(), privateKey: z.base64() });
const StoredState = z.strictObject({ pin: z.string(), puk: z.string(), pinTriesLeft: z.int(), pukTriesLeft: z.int(), issuerTriesLeft: z.int().default(5) });

const dayMs = 86_400_000;

/** The chips of the deck. A chip is made once, on demand (its RSA key takes a moment), and then keeps its codes and counters through every restart. */
export class Chips {
  private readonly made = new Map<string, Promise<VirtualCard>>();
  private readonly issuing = new Map<string, Promise<IssuedCard>>();
  private readonly pins = new Map<string, string>();

  constructor(
    private readonly folder: string,
    private readonly authority: DemoCa,
    private readonly issuerMasterKey: SecretBytes,
  ) {}

  of(card: DeckCard): Promise<VirtualCard> {
    return once(this.made, card.id, () => this.open(card));
  }

  /** The certificate on the chip, DER. */
  async certificateOf(card: DeckCard): Promise<Uint8Array> {
    return (await this.issuedTo(card)).certificateDer;
  }

  /** Certificate and key, as whoever made the chip has them. */
  issuedTo(card: DeckCard): Promise<IssuedCard> {
    return once(this.issuing, card.id, () => this.issue(card));
  }

  /** Whether somebody replaced the factory's codes; as far as the states were read. */
  hasOwnCodes(card: DeckCard): boolean {
    return (this.pins.get(card.id) ?? card.transport.pin) !== card.transport.pin;
  }

  /** Codes and counters as the chip keeps them without power. */
  async stateOf(card: DeckCard): Promise<VirtualCardState> {
    const state = (await readJsonIfThere(this.statePath(card), StoredState)) ?? freshCodes(card.inUse ?? card.transport);
    this.pins.set(card.id, state.pin);
    return state;
  }

  private statePath(card: DeckCard): string {
    return join(this.folder, `${card.id}.state.json`);
  }

  private async open(card: DeckCard): Promise<VirtualCard> {
    const { cardType } = card;
    if (!isCardModelName(cardType)) throw new RangeError(`no card of type ${cardType} is simulated`);
    return createVirtualCard({
      contents: { idCarta: card.idCarta, personalData: personalDataOf(card), ...(await this.issuedTo(card)) },
      state: await this.stateOf(card),
      type: cardType,
      issuerKey: deriveCardKey(this.issuerMasterKey, card.idCarta).use((key) => Uint8Array.from(key)),
      persist: async (changed) => {
        await writeJson(this.statePath(card), changed);
        this.pins.set(card.id, changed.pin);
      },
    });
  }

  private async issue(card: DeckCard): Promise<IssuedCard> {
    const path = join(this.folder, `${card.id}.json`);
    const stored = await readJsonIfThere(path, StoredChip);
    if (stored !== undefined) return { certificateDer: bytesOf(stored.certificate), privateKeyDer: bytesOf(stored.privateKey) };
    const issued = await issueCardCertificate({
      ca: this.authority,
      codiceFiscale: card.codiceFiscale,
      idCarta: card.idCarta,
      personalData: personalDataOf(card),
      // On real cards, too, the certificate's days are a few off the card's.
      notBefore: new Date(Date.parse(card.issuedOn) + 3 * dayMs),
      notAfter: new Date(Date.parse(card.expiresOn) - 4 * dayMs),
    });
    await writeJson(path, { certificate: textOf(issued.certificateDer), privateKey: textOf(issued.privateKeyDer) });
    return issued;
  }
}

/** Two who ask at the same time get the same one: a chip drawn twice would have two keys. What failed is tried anew by the next who asks. */
const once = <Value>(known: Map<string, Promise<Value>>, id: string, make: () => Promise<Value>): Promise<Value> => {
  const found = known.get(id);
  if (found !== undefined) return found;
  const making = make();
  known.set(id, making);
  making.catch(() => known.delete(id));
  return making;
};

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(Buffer.from(base64, 'base64'));
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
