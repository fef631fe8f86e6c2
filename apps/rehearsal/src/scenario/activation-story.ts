// SPDX-License-Identifier: AGPL-3.0-or-later
import { activationMethodOf, type ActivationMethod } from '@sportello/card-io/issuer';
import type { CaseView } from '@sportello/contracts';
import type { WritingTearPoint } from '../reader/tear-points';
import type { CitizenClient, DocumentedCitizen } from './citizen-client';
import { DeskClient } from './desk-client';
import { patienceMs } from './patience';
import { StoryBroken } from './story-broken';
import { writeChip } from './write-chip';

/** What the story came to; printed as one JSON line. Times in whole milliseconds. */
export type StoryResult = {
  readonly state: 'delivered';
  readonly method: ActivationMethod;
  /** Where the card was torn out of the reader, to be put back; null: it stayed. */
  readonly tornAt: WritingTearPoint | null;
  /** Commands that the chip executed from its insertion to the delivery, and those of them after the envelope was scanned: the world's own count. */
  readonly apdus: number;
  readonly apdusAfterGoAhead: number;
  readonly ms: { readonly recognise: number; readonly print: number; readonly write: number; readonly total: number };
  /** After the delivery the card, taken home, accepted the PIN that was read from the opened envelope. */
  readonly pinVerifiedOnCard: boolean;
  /** Then the chip signed fresh bytes, and the signature matched the chip's certificate, and that its authority. */
  readonly chipSignatureValid: boolean;
};

export type StoryOptions = {
  readonly deskAddress: URL;
  readonly username: string;
  readonly password: string;
  readonly citizens: CitizenClient;
  /** As printed on the card; any, unless named. */
  readonly cardType?: string | undefined;
  /** How such a card is taken into use; any, unless named. */
  readonly method?: ActivationMethod | undefined;
  /** Tears the card out while it is written, and puts it back. */
  readonly tearAt?: WritingTearPoint | undefined;
  /** Progress, in words. */
  readonly tell: (sentence: string) => void;
};

/** One ordinary activation, from the operator's sign-in to the citizen's first use of the card: through the public API and a real station only. */
export const tellActivationStory = async ({ deskAddress, username, password, citizens, cardType, method, tearAt, tell }: StoryOptions): Promise<StoryResult> => {
  const started = performance.now();
  const desk = await DeskClient.signIn(deskAddress, username, password);
  tell('The operator is signed in.');
  const [deskHints, worldHints] = [await desk.hints(), await citizens.hints()];
  try {
    await deskHints.until('the station', patienceMs, async () => {
      const { station } = await desk.desk();
      return station?.isOnline && station.reader === 'ready' ? station : undefined;
    });
    const citizen = await citizens.ordinaryCitizen({ cardType, method });

    const apdusAtFirst = await citizens.apdus(citizen.id);
    const inserted = performance.now();
    await citizens.insert(citizen.id);
    const insertionId = await deskHints.until('the card to be recognised', patienceMs, () => recognised(desk, citizen));
    const opened = await desk.openCase(insertionId);
    const recogniseMs = performance.now() - inserted;
    tell(`The card is recognised: case ${opened.number}.`);

    const identified = performance.now();
    const printing = await desk.identify(opened.id, identificationOf(citizen, opened.revision));
    const controlNumber = sheetOf(printing);
    const envelope = await worldHints.until('the envelope', patienceMs, () => citizens.envelope(controlNumber));
    const printMs = performance.now() - identified;
    tell(`Envelope ${controlNumber} lies in the tray.`);

    const apdusBefore = await citizens.apdus(citizen.id);
    const scanned = performance.now();
    await writeChip({ desk, deskHints, citizens, cardId: citizen.id, caseId: opened.id, outerCode: envelope.outside.outerCode, tearAt, tell });
    const writeMs = performance.now() - scanned;
    const apdus = await citizens.apdus(citizen.id);
    tell('The chip is written, and has signed that it is.');

    // The envelope changes hands and its form is signed: the form's number is the delivery, as the envelope's code a moment later would be.
    const delivered = await desk.scan(opened.id, printing.formNumber);
    if (delivered.state !== 'delivered') throw new StoryBroken(`After the signed form the case is ${delivered.state}, not delivered.`);
    const totalMs = performance.now() - started;
    tell('The envelope is delivered.');

    await citizens.pull();
    const { pin } = await citizens.open(envelope.id);
    const use = await citizens.useAtHome(citizen.id, pin);
    const isAccepted = use.kind === 'signed';
    tell(isAccepted ? 'At home the card accepts the PIN of the envelope, and signs.' : `At home the card does not accept the PIN of the envelope: ${use.kind}.`);
    return {
      state: delivered.state,
      method: activationMethodOf(citizen.cardType),
      tornAt: tearAt ?? null,
      apdus: apdus - apdusAtFirst,
      apdusAfterGoAhead: apdus - apdusBefore,
      ms: { recognise: Math.round(recogniseMs), print: Math.round(printMs), write: Math.round(writeMs), total: Math.round(totalMs) },
      pinVerifiedOnCard: isAccepted,
      chipSignatureValid: use.kind === 'signed' && use.isSignatureValid && use.isFromAuthority,
    };
  } finally {
    deskHints.close();
    worldHints.close();
  }
};

/** The stay's id, once this very card is recognised. */
const recognised = async (desk: DeskClient, citizen: DocumentedCitizen): Promise<string | undefined> => {
  const { cardInReader } = await desk.desk();
  if (cardInReader?.state === 'not-usable') throw new StoryBroken(`The desk cannot use the card: ${cardInReader.reason}.`);
  return cardInReader?.state === 'recognised' && cardInReader.card.idCarta === citizen.idCarta ? cardInReader.insertionId : undefined;
};

/** What the operator reads off the document and types, the face being the citizen's. */
const identificationOf = ({ document }: DocumentedCitizen, revision: number) => {
  const { type, number, issuer, issuedOn, expiresOn, surname, name, birthDate, codiceFiscale } = document;
  return {
    revision,
    document: { type, number, issuer, issuedOn, expiresOn, source: 'typed' as const },
    person: { surname, name, birthDate, codiceFiscale },
    accepted: [],
    isFaceConfirmed: true as const,
  };
};

/** The number of the sheet that is being printed. */
export const sheetOf = (found: CaseView): string => {
  if (found.sheet !== null && found.state === 'printing') return found.sheet.controlNumber;
  throw new StoryBroken(`After the identification the case is ${found.state}, and nothing prints (${found.obstacle?.code ?? 'no reason given'}).`);
};
