// SPDX-License-Identifier: AGPL-3.0-or-later
import { activationMethodOf, type ActivationMethod } from '@sportello/card-io/issuer';
import type { CaseView } from '@sportello/contracts';
import type { CaseKind, CasePurpose, ModeOfActivation } from '@sportello/domain';
import type { WritingTearPoint } from '../reader/tear-points';
import { type Credentials, approveCase } from './approve-case';
import type { CitizenClient, Codes, DocumentedCitizen } from './citizen-client';
import { DeskClient } from './desk-client';
import type { HintStream } from './hint-stream';
import { identificationOf } from './identification-of';
import { patienceMs } from './patience';
import { signDeclarations } from './sign-declarations';
import { StoryBroken } from './story-broken';
import { writeChip } from './write-chip';

/** What the story came to; printed as one JSON line. Times in whole milliseconds. */
export type StoryResult = {
  readonly state: 'delivered';
  readonly kind: CaseKind;
  readonly purpose: CasePurpose;
  /** Of the activation, as the case keeps it. */
  readonly mode: ModeOfActivation;
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
  /** Approves where the kind asks for it. */
  readonly supervisor?: Credentials | undefined;
  readonly citizens: CitizenClient;
  /** Who comes; the holder, unless named. */
  readonly kind?: CaseKind | undefined;
  /** New codes for a card that is active. */
  readonly isDuplicate?: boolean | undefined;
  /** As printed on the card; any, unless named. */
  readonly cardType?: string | undefined;
  /** How such a card is taken into use; any, unless named. */
  readonly method?: ActivationMethod | undefined;
  /** Tears the card out while it is written, and puts it back. */
  readonly tearAt?: WritingTearPoint | undefined;
  /** Progress, in words. */
  readonly tell: (sentence: string) => void;
};

/** An activation that ended, with what whoever holds the envelope knows. */
export type Activated = { readonly result: StoryResult; readonly holder: DocumentedCitizen; readonly codes: Codes };

export const tellActivationStory = async (options: StoryOptions): Promise<StoryResult> => (await activateCard(options)).result;

/** One activation or duplicate of codes, from the operator's sign-in to the citizen's first use of the card: through the public API and a real station only. */
export const activateCard = async (options: StoryOptions): Promise<Activated> => {
  const { deskAddress, username, password, supervisor, citizens, kind = 'holder', isDuplicate = false, tearAt, tell } = options;
  const started = performance.now();
  const desk = await DeskClient.signIn(deskAddress, username, password);
  tell('The operator is signed in.');
  const [deskHints, worldHints] = [await desk.hints(), await citizens.hints()];
  try {
    await deskHints.until('the station', patienceMs, async () => {
      const { station } = await desk.desk();
      return station?.isOnline && station.reader === 'ready' ? station : undefined;
    });
    const { holder: citizen, applicant } = await whoComes(options);

    const apdusAtFirst = await citizens.apdus(citizen.id);
    const inserted = performance.now();
    await citizens.insert(citizen.id);
    const insertionId = await deskHints.until('the card to be recognised', patienceMs, () => recognised(desk, citizen, 'cardInReader'));
    const opened = await desk.openCase(insertionId, { kind, ...(isDuplicate && { duplicate: { reason: 'envelope-lost' } }) });
    const recogniseMs = performance.now() - inserted;
    tell(`The card is recognised: case ${opened.number}, ${kind}${isDuplicate ? ', duplicate of codes' : ''}.`);
    const applicantStay = applicant && (await showCard(options, desk, deskHints, applicant));

    const signed = await signDeclarations(opened, { desk, citizens, worldHints });
    if (signed !== opened) tell('What is to be declared is signed and filed.');
    const identified = performance.now();
    const told = await desk.identify(opened.id, identificationOf(signed, { holder: citizen, applicant, applicantStay }));
    if (told.state === 'awaiting-approval') {
      await approveCase(deskAddress, supervisor, told);
      tell('A supervisor has approved it.');
    }
    const printing = told.state === 'awaiting-approval' ? await desk.case(opened.id) : told;
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
    if (applicant) await citizens.pull('operator');
    const codes = await citizens.open(envelope.id);
    const use = await citizens.useAtHome(citizen.id, codes.pin);
    const isAccepted = use.kind === 'signed';
    tell(isAccepted ? 'At home the card accepts the PIN of the envelope, and signs.' : `At home the card does not accept the PIN of the envelope: ${use.kind}.`);
    const result: StoryResult = {
      state: delivered.state,
      kind: delivered.kind,
      purpose: delivered.purpose,
      mode: delivered.mode,
      method: activationMethodOf(citizen.cardType),
      tornAt: tearAt ?? null,
      apdus: apdus - apdusAtFirst,
      apdusAfterGoAhead: apdus - apdusBefore,
      ms: { recognise: Math.round(recogniseMs), print: Math.round(printMs), write: Math.round(writeMs), total: Math.round(totalMs) },
      pinVerifiedOnCard: isAccepted,
      chipSignatureValid: use.kind === 'signed' && use.isSignatureValid && use.isFromAuthority,
    };
    return { result, holder: citizen, codes };
  } finally {
    deskHints.close();
    worldHints.close();
  }
};

/** The citizen with their card, and whoever comes with them. */
const whoComes = async ({ citizens, kind = 'holder', isDuplicate = false, cardType, method }: StoryOptions) =>
  kind === 'holder' && !isDuplicate ? { holder: await citizens.ordinaryCitizen({ cardType, method }), applicant: undefined } : citizens.citizenFor(kind, isDuplicate, { cardType, method });

/** The applicant's own card, in the second reader. */
const showCard = async ({ citizens }: StoryOptions, desk: DeskClient, deskHints: HintStream, applicant: DocumentedCitizen): Promise<string> => {
  await citizens.insert(applicant.id, 'operator');
  return deskHints.until('the applicant’s card to be recognised', patienceMs, () => recognised(desk, applicant, 'secondCard'));
};

/** The stay's id, once this very card is recognised. */
const recognised = async (desk: DeskClient, citizen: DocumentedCitizen, reader: 'cardInReader' | 'secondCard'): Promise<string | undefined> => {
  const { [reader]: card } = await desk.desk();
  if (card?.state === 'not-usable') throw new StoryBroken(`The desk cannot use the card: ${card.reason}.`);
  return card?.state === 'recognised' && card.card.idCarta === citizen.idCarta ? card.insertionId : undefined;
};

/** The number of the sheet that is being printed. */
export const sheetOf = (found: CaseView): string => {
  if (found.sheet !== null && found.state === 'printing') return found.sheet.controlNumber;
  throw new StoryBroken(`After the identification the case is ${found.state}, and nothing prints (${found.obstacle?.code ?? 'no reason given'}).`);
};
