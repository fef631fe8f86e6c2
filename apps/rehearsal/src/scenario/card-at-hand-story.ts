// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardView, CaseView, IdentificationRequest } from '@sportello/contracts';
import type { ActivationMethod } from '@sportello/card-io/issuer';
import { addYears, type LocalDate } from '@sportello/domain';
import { notLooked, type CardLook } from '../home/look-through-pcsc';
import { sheetOf } from './activation-story';
import type { BackOffice } from './back-office';
import type { CitizenClient } from './citizen-client';
import { DeskClient } from './desk-client';
import type { HintStream } from './hint-stream';
import { patienceMs } from './patience';
import { RefusedByDesk } from './refused-by-desk';
import { StoryBroken } from './story-broken';
import { isWritten } from './write-chip';

/** What the story came to; printed as one JSON line. Times in whole milliseconds. */
export type CardAtHandResult =
  /** With what was found on the card after the delivery, when the station had let it go, under the PIN that was read in the opened envelope. */
  | ({
      readonly state: 'delivered';
      readonly method: ActivationMethod;
      readonly cardType: string | null;
      readonly ms: { readonly print: number; readonly write: number };
    } & CardLook)
  /** The desk's own answer: a card of a region that it does not activate, one that is active already, … */
  | { readonly state: 'refused'; readonly method: ActivationMethod; readonly cardType: string | null; readonly reason: string };

export type CardAtHandOptions = {
  readonly deskAddress: URL;
  readonly username: string;
  readonly password: string;
  readonly method: ActivationMethod;
  readonly today: LocalDate;
  readonly citizens: CitizenClient;
  readonly backOffice: BackOffice;
  /** Asks whoever holds the paper for the code outside the envelope; undefined: it lies in the rehearsal's own tray. */
  readonly askOuterCode: ((controlNumber: string) => Promise<string>) | undefined;
  /** An independent look at the card, once the station has let it go. */
  readonly lookAtCard: (pin: string) => Promise<CardLook>;
  /** Progress, in words. */
  readonly tell: (sentence: string) => void;
};

/** The activation of a card that nobody here made and that lies in the station's reader: all that is known of it is what the desk's API shows. */
export const tellCardAtHandStory = async (options: CardAtHandOptions): Promise<CardAtHandResult> => {
  const { deskAddress, username, password, method, citizens, backOffice, lookAtCard, tell } = options;
  const desk = await DeskClient.signIn(deskAddress, username, password);
  tell('The operator is signed in. A card in the reader is waited for.');
  const [deskHints, worldHints] = [await desk.hints(), await citizens.hints()];
  try {
    const { insertionId, card } = await deskHints.until('the card to be recognised', longPatienceMs, () => recognised(desk));
    tell(`The card is read: ${card.cardType ?? 'of a type that no table names'}, ID_Carta ending in ${card.idCarta.slice(-4)}.`);
    // By its issuer's key any card is written that the issuer calls inactive; and who holds the key speaks for the issuer.
    if (method === 'issuer-auth') await backOffice.listInactive(card.idCarta);
    const opened = await openedOrRefused(desk, insertionId);
    if (opened instanceof RefusedByDesk) return { state: 'refused', method, cardType: card.cardType, reason: opened.code };
    const acts = await untilDelivered(options, { desk, deskHints, worldHints, opened, card });
    tell('The envelope is delivered.');

    await backOffice.stopStation();
    // An envelope of paper is opened by whom it is for.
    const look = acts.envelopeId === undefined ? notLooked : await lookAtCard((await citizens.open(acts.envelopeId)).pin);
    return { state: 'delivered', method, cardType: card.cardType, ms: acts.ms, ...look };
  } finally {
    deskHints.close();
    worldHints.close();
  }
};

/** Whoever brings a card of one's own may still have to put it in. */
const longPatienceMs = 120_000;

const openedOrRefused = (desk: DeskClient, insertionId: string): Promise<CaseView | RefusedByDesk> =>
  desk.openCase(insertionId).catch((error: unknown) => {
    if (error instanceof RefusedByDesk) return error;
    throw error;
  });

type AtDesk = { readonly desk: DeskClient; readonly deskHints: HintStream; readonly worldHints: HintStream; readonly opened: CaseView; readonly card: CardView };
type Acts = { readonly envelopeId: string | undefined; readonly ms: { readonly print: number; readonly write: number } };

const untilDelivered = async (options: CardAtHandOptions, { desk, deskHints, worldHints, opened, card }: AtDesk): Promise<Acts> => {
  const { citizens, askOuterCode, today, tell } = options;
  const identified = performance.now();
  const printing = await desk.identify(opened.id, identificationOf(card, opened.revision, today));
  const controlNumber = sheetOf(printing);
  const envelope = askOuterCode === undefined ? await worldHints.until('the envelope', patienceMs, () => citizens.envelope(controlNumber)) : undefined;
  const printMs = performance.now() - identified;
  const outerCode = envelope?.outside.outerCode ?? (await askOuterCode?.(controlNumber)) ?? '';
  tell(`Envelope ${controlNumber} is printed.`);

  const scanned = performance.now();
  await desk.scan(opened.id, outerCode);
  await deskHints.until('the chip to be written', patienceMs, async () => (isWritten(await desk.case(opened.id)) ? true : undefined));
  const writeMs = performance.now() - scanned;
  tell('The chip is written, and has signed that it is.');

  const delivered = await desk.scan(opened.id, printing.formNumber);
  if (delivered.state !== 'delivered') throw new StoryBroken(`After the signed form the case is ${delivered.state}, not delivered.`);
  return { envelopeId: envelope?.id, ms: { print: Math.round(printMs), write: Math.round(writeMs) } };
};

const recognised = async (desk: DeskClient): Promise<{ readonly insertionId: string; readonly card: CardView } | undefined> => {
  const { cardInReader } = await desk.desk();
  if (cardInReader?.state === 'not-usable') throw new StoryBroken(`The desk cannot use the card: ${cardInReader.reason}.`);
  return cardInReader?.state === 'recognised' ? cardInReader : undefined;
};

/** An invented passport in the name of whom the chip names: nobody stands at this desk. */
const identificationOf = ({ holder }: CardView, revision: number, today: LocalDate): IdentificationRequest => {
  const { surname, name, birthDate, codiceFiscale } = holder;
  return {
    revision,
    document: { type: 'passport', number: 'YA1234567', issuer: 'Questura di Massa', issuedOn: addYears(today, -1), expiresOn: addYears(today, 9), source: 'typed' },
    person: { surname, name, birthDate, codiceFiscale },
    accepted: [],
    isFaceConfirmed: true,
  };
};
