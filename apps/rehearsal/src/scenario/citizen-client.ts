// SPDX-License-Identifier: AGPL-3.0-or-later
import { activationMethodOf, type ActivationMethod } from '@sportello/card-io/issuer';
import type { CaseKind } from '@sportello/domain';
import * as z from 'zod';
import { CardUse } from '../home/card-use';
import type { TearPoint } from '../reader/tear-points';
import type { ReaderName } from '../world/world';
import { WorldView, type CitizenView, type SheetView } from '../world/world-view';
import { HintStream } from './hint-stream';
import { StoryBroken } from './story-broken';

export type DocumentedCitizen = CitizenView & { readonly document: NonNullable<CitizenView['document']>; readonly idCarta: string };
export type Envelope = SheetView & { readonly outside: Extract<SheetView['outside'], { readonly kind: 'envelope' }> };

export type CardWish = {
  /** As printed on it. */
  readonly cardType?: string | undefined;
  readonly method?: ActivationMethod | undefined;
};

/** What stands in an envelope. */
const Codes = z.object({ pin: z.string(), puk: z.string(), cip: z.string() });
export type Codes = z.infer<typeof Codes>;

/** A citizen at the simulated world's own API. */
export class CitizenClient {
  constructor(private readonly address: URL) {}

  hints(): Promise<HintStream> {
    return HintStream.open('The world', new URL('/api/events', this.address), {});
  }

  async world(): Promise<WorldView> {
    return WorldView.parse(await this.ask('/api/world', 'GET'));
  }

  /** Somebody ordinary whose card nobody has activated (a card as wished): from the table, or the first of those who wait. */
  async ordinaryCitizen(wish: CardWish = {}): Promise<DocumentedCitizen> {
    for (;;) {
      const world = await this.world();
      const found = freshOrdinary(world, wish);
      if (found !== undefined) return found;
      if (world.reserveLeft === 0) throw new StoryBroken('No citizen with such a fresh card is left: prepare a new data folder.');
      await this.ask('/api/citizens/next', 'POST');
    }
  }

  /** Somebody of the table with a card for this kind of case: never activated, or in use for new codes; with whoever comes with it. */
  async citizenFor(kind: CaseKind, isDuplicate: boolean, wish: CardWish = {}): Promise<{ readonly holder: DocumentedCitizen; readonly applicant: DocumentedCitizen | undefined }> {
    const { citizens } = await this.world();
    const holder = citizens.filter((citizen) => citizen.hasOwnCodes === isDuplicate && comesAs(citizen, kind) && isAsWished(citizen, wish)).find(isDocumented);
    if (holder === undefined) throw new StoryBroken(`The deck has no such card for ${kind}${isDuplicate ? ' that is active' : ''}: leave --type and --method out, or prepare a new data folder.`);
    return { holder, applicant: citizens.filter(({ id }) => id === holder.visit?.applicant).find(isDocumented) };
  }

  async insert(cardId: string, reader: ReaderName = 'citizen'): Promise<void> {
    await this.ask('/api/reader/insert', 'POST', { card: cardId, reader });
  }

  async pull(reader: ReaderName = 'citizen'): Promise<void> {
    await this.ask('/api/reader/pull', 'POST', { reader });
  }

  /** The next time that the chip executes such a command, its card is torn out. */
  async tearAt(point: TearPoint): Promise<void> {
    await this.ask('/api/faults/tear', 'POST', { at: point });
  }

  /** Commands that the chip has executed so far: the world's own count. */
  async apdus(cardId: string): Promise<number> {
    const { citizens } = await this.world();
    return citizens.find(({ id }) => id === cardId)?.apdus ?? 0;
  }

  /** The envelope with this control number, once it lies in the tray. */
  async envelope(controlNumber: string): Promise<Envelope | undefined> {
    const { printers } = await this.world();
    return printers.buste.sheets.find((sheet): sheet is Envelope => sheet.outside.kind === 'envelope' && sheet.outside.controlNumber === controlNumber);
  }

  /** The numbers of the papers to sign that lie in the tray, the newest first. */
  async signedPapers(): Promise<readonly string[]> {
    const { printers } = await this.world();
    return printers.moduli.sheets.flatMap(({ outside }) => (outside.kind === 'form' ? [outside.formNumber] : []));
  }

  async open(sheetId: string): Promise<Codes> {
    return Codes.parse(await this.ask(`/api/printers/buste/${sheetId}/open`, 'POST'));
  }

  async useAtHome(cardId: string, pin: string): Promise<CardUse> {
    return CardUse.parse(await this.ask(`/api/cards/${cardId}/use`, 'POST', { pin }));
  }

  private async ask(path: string, method: 'GET' | 'POST', body: unknown = {}): Promise<unknown> {
    const init = method === 'POST' ? { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : { method };
    const response = await fetch(new URL(path, this.address), init).catch(() => undefined);
    if (response === undefined) throw new StoryBroken(`Nobody answers at ${this.address.origin}.`);
    if (!response.ok) throw new StoryBroken(`The world refused ${path} (HTTP ${response.status}).`);
    return response.json();
  }
}

const freshOrdinary = ({ citizens }: WorldView, wish: CardWish): DocumentedCitizen | undefined =>
  citizens.filter((citizen) => citizen.story === 'ordinary' && !citizen.hasOwnCodes && isAsWished(citizen, wish)).find(isDocumented);

/** Whom the deck means for this kind; a holder of the story in which nothing is amiss, or whose card is active already. */
const comesAs = ({ story, visit }: CitizenView, kind: CaseKind): boolean =>
  kind === 'holder' ? story === 'ordinary' || story === 'already-active' : visit?.kind === kind && story !== 'minor';

const isAsWished = ({ cardType }: CitizenView, wish: CardWish): boolean =>
  (wish.cardType === undefined || cardType === wish.cardType) && (wish.method === undefined || activationMethodOf(cardType) === wish.method);

const isDocumented = (citizen: CitizenView): citizen is DocumentedCitizen => citizen.document !== null && citizen.idCarta !== null;
