// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JobReport } from '@sportello/contracts';
import type { ActivationProofOutcome, CardFault, IssuerAuthOutcome, TransportCodesOutcome } from '@sportello/card-io';
import { assertNever } from '@sportello/domain';

/** Why a card was not written to the end, in the words of a report. */
export interface CardTrouble {
  readonly reason: Extract<JobReport, { type: 'interrupted' }>['reason'];
  readonly statusWord?: string;
}

/** Tells whether the card has been pulled. */
export interface Presence {
  isGone(): Promise<boolean>;
}

/** Another station has the case now; what this one says about it is refused anyway. */
export const leaseLost: CardTrouble = { reason: 'station-interrupted' };

/** A fault of the line to the card. Pulling is by far its commonest cause, and the only one that somebody at the counter can name. */
export async function troubleOfFault(fault: CardFault, presence: Presence): Promise<CardTrouble> {
  if (fault.kind === 'mute') return { reason: 'outcome-unknown' };
  const isRemoval = fault.kind === 'removed' || (fault.kind === 'outcome-unknown' && fault.because === 'removed');
  return { reason: isRemoval || (await presence.isGone()) ? 'card-removed' : 'outcome-unknown' };
}

/** Undefined when the codes are written. */
export async function troubleOfTransportCodes(outcome: TransportCodesOutcome, presence: Presence): Promise<CardTrouble | undefined> {
  switch (outcome.kind) {
    case 'written':
      return undefined;
    case 'interrupted':
      return troubleOfFault(outcome.fault, presence);
    case 'wrong-transport-puk':
      return { reason: 'transport-codes-refused', statusWord: wrongCode(outcome.triesLeft) };
    case 'blocked':
      return blocked;
    case 'stopped-for-supervisor':
      return { reason: 'supervisor-needed' };
    case 'refused-by-card':
      return { reason: 'refused-by-card', statusWord: statusWord(outcome.sw) };
    default:
      return assertNever(outcome);
  }
}

/** Undefined when the codes are written. */
export async function troubleOfIssuerAuth(outcome: IssuerAuthOutcome<CardTrouble>, presence: Presence): Promise<CardTrouble | undefined> {
  switch (outcome.kind) {
    case 'written':
      return undefined;
    case 'interrupted':
      return troubleOfFault(outcome.fault, presence);
    case 'not-granted':
      return outcome.because;
    case 'issuer-refused':
      return { reason: 'issuer-auth-refused', statusWord: statusWord(outcome.sw) };
    case 'blocked':
      return blocked;
    case 'refused-by-card':
      return { reason: 'refused-by-card', statusWord: statusWord(outcome.sw) };
    default:
      return assertNever(outcome);
  }
}

export async function troubleOfProof(outcome: Exclude<ActivationProofOutcome, { kind: 'proved' }>, presence: Presence): Promise<CardTrouble> {
  switch (outcome.kind) {
    case 'interrupted':
      return troubleOfFault(outcome.fault, presence);
    case 'wrong-pin':
      return { reason: 'refused-by-card', statusWord: wrongCode(outcome.triesLeft) };
    case 'blocked':
      return blocked;
    case 'refused-by-card':
      return { reason: 'refused-by-card', statusWord: statusWord(outcome.sw) };
    default:
      return assertNever(outcome);
  }
}

/** ISO 7816-4 §5.6: authentication method blocked. */
const blocked: CardTrouble = { reason: 'blocked', statusWord: '6983' };

/** ISO 7816-4 §5.6: verification failed, with the tries left when the card tells them. */
function wrongCode(triesLeft: number | undefined): string {
  return triesLeft === undefined ? '6300' : statusWord(0x63c0 + triesLeft);
}

function statusWord(sw: number): string {
  return sw.toString(16).toUpperCase().padStart(4, '0');
}
