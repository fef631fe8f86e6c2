// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import type { JobReport, WriteCardJob } from '@sportello/contracts';
import { type CardFault, type CardProfile, type CardSession, proofStatement, proveActivation } from '@sportello/card-io';
import { decodeBase64Url } from '@sportello/seal';
import type { Clock } from '../time/clock';
import { type CardTrouble, leaseLost, troubleOfFault, troubleOfProof } from './card-trouble';
import { type OpenedCodes, openCodes } from './open-codes';
import { type IssuerPorts, writeAsIssuer } from './write-as-issuer';
import { type TransportCodesPorts, writeWithTransportCodes } from './write-with-transport-codes';

/** A session with the card, and the layout by which it is spoken to. */
export interface CardAtHand {
  readonly kind: 'session';
  readonly session: CardSession;
  readonly profile: CardProfile;
}

/** The card in the reader, as a job uses it. */
export interface CardInHand {
  /** A session with this very card: the one in which it was read, or a new one in which ID_Carta was read again. */
  sessionWith(idCarta: string): Promise<CardAtHand | { readonly kind: 'wrong-card' } | { readonly kind: 'unreadable' } | CardFault>;
  /** Whether it has been pulled: the reader may take a moment to say so. */
  isGone(): Promise<boolean>;
  /** APDUs so far, from the recognition on. */
  readonly apdus: number;
  /** Spent in the card so far. */
  readonly milliseconds: number;
}

export interface WriteCardPorts extends TransportCodesPorts, IssuerPorts {
  readonly card: CardInHand;
  readonly stationId: string;
  readonly sealingPrivateKey: string;
  readonly report: (report: JobReport) => void;
  readonly clock: Clock;
}

type Interruption = Extract<JobReport, { type: 'interrupted' }>;

/**
 * Puts an intent's codes on its card and lets the chip sign that it happened. The codes exist in clear from the opening of the blobs to the end of this function.
 * The card is left as it is, with the new PIN verified: whoever called resets it once the report is on its way.
 */
export async function writeCard(job: WriteCardJob, ports: WriteCardPorts): Promise<JobReport> {
  const begin = { elapsed: ports.clock.elapsed(), apdus: ports.card.apdus, milliseconds: ports.card.milliseconds };
  const interrupted = ({ reason, statusWord }: CardTrouble): Interruption => ({ type: 'interrupted', fence: job.fence, reason, statusWord: statusWord ?? null });
  const opened = await ports.card.sessionWith(job.idCarta);
  if (opened.kind !== 'session') return interrupted(await troubleOfConnecting(opened, ports.card));
  ports.report({ type: 'phase', fence: job.fence, phase: 'card-checked' });

  const codes = await openCodes(job, ports);
  if (codes === undefined) return interrupted({ reason: 'blob-not-opened' });
  try {
    const outcome = await writeAndProve(opened, job, codes, ports);
    if (outcome.kind === 'trouble') return interrupted(outcome.trouble);
    ports.report({ type: 'phase', fence: job.fence, phase: 'proof-signed' });
    const figures = {
      apdus: ports.card.apdus,
      apdusAfterGoAhead: ports.card.apdus - begin.apdus,
      cardMilliseconds: tenths(ports.card.milliseconds - begin.milliseconds),
      totalMilliseconds: tenths(ports.clock.elapsed() - begin.elapsed),
    };
    return { type: 'written', fence: job.fence, signature: Buffer.from(outcome.signature).toString('base64url'), figures };
  } finally {
    codes.wipe();
  }
}

type Written = { readonly kind: 'proved'; readonly signature: Uint8Array } | { readonly kind: 'trouble'; readonly trouble: CardTrouble };

async function writeAndProve(card: CardAtHand, job: WriteCardJob, codes: OpenedCodes, ports: WriteCardPorts): Promise<Written> {
  const trouble = (await writeCodes(card, codes, ports)) ?? (ports.abandoned.aborted ? leaseLost : undefined);
  if (trouble) return { kind: 'trouble', trouble };
  ports.report({ type: 'phase', fence: job.fence, phase: 'codes-written' });
  const proof = await proveActivation(card.session, { newPin: codes.newPin, digest: digestOf(job), profile: card.profile });
  return proof.kind === 'proved' ? proof : { kind: 'trouble', trouble: await troubleOfProof(proof, ports.card) };
}

/** Undefined: PIN and PUK are the new ones. */
function writeCodes(card: CardAtHand, { newPin, newPuk, transportPuk }: OpenedCodes, ports: WriteCardPorts): Promise<CardTrouble | undefined> {
  return transportPuk ? writeWithTransportCodes(card, { newPin, newPuk, transportPuk }, ports) : writeAsIssuer(card, { newPin, newPuk }, ports);
}

/** Told before the first byte, or after a fault: whether the card is still there decides the word. */
async function troubleOfConnecting(refusal: { readonly kind: 'wrong-card' } | { readonly kind: 'unreadable' } | CardFault, card: CardInHand): Promise<CardTrouble> {
  switch (refusal.kind) {
    case 'wrong-card':
      return { reason: 'wrong-card' };
    case 'unreadable':
      // The card has refused nothing: no byte of a code was sent. Its chip is to be read again from the start, by the next process.
      return { reason: 'outcome-unknown' };
    default:
      return troubleOfFault(refusal, card);
  }
}

/** What the chip signs: hashed here, never a value that a server chose alone. */
function digestOf({ idCarta, caseId, controlNumber, nonce }: WriteCardJob): Uint8Array {
  const drawn = decodeBase64Url(nonce);
  if (drawn === undefined) throw new TypeError('a nonce that is no base64url');
  return createHash('sha256').update(proofStatement({ idCarta, caseId, sheet: controlNumber, nonce: drawn })).digest();
}

function tenths(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
