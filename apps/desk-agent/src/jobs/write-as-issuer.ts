// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CardProfile, type CardSession, type CryptogramGrant, type SecretBytes, writeIssuerAuth } from '@sportello/card-io';
import { decodeBase64Url } from '@sportello/seal';
import type { ErrandAnswer } from '../card-process/messages';
import type { Clock } from '../time/clock';
import { type CardTrouble, leaseLost, type Presence, troubleOfIssuerAuth } from './card-trouble';

export interface IssuerPorts {
  /** Asks the API for the cryptogram over this challenge (base64url). */
  readonly askCryptogram: (challenge: string) => Promise<ErrandAnswer>;
  /** The question is taken back. */
  readonly forgoCryptogram: () => Promise<ErrandAnswer>;
  /** Aborts when the lease is lost. */
  readonly abandoned: AbortSignal;
  readonly card: Presence;
  readonly clock: Clock;
  /** The card is held for so long while the API is silent; afterwards it is as it was, and the write begins anew. */
  readonly issuerPatienceMs: number;
}

/** Undefined: PIN and PUK are the new ones. */
export async function writeAsIssuer(
  { session, profile }: { readonly session: CardSession; readonly profile: CardProfile },
  codes: { readonly newPin: SecretBytes; readonly newPuk: SecretBytes },
  ports: IssuerPorts,
): Promise<CardTrouble | undefined> {
  if (ports.abandoned.aborted) return leaseLost;
  const outcome = await writeIssuerAuth(session, { ...codes, profile, cryptogramFor: (challenge) => ask(challenge, ports) });
  return troubleOfIssuerAuth(outcome, ports.card);
}

async function ask(challenge: Uint8Array, { askCryptogram, forgoCryptogram, abandoned, clock, issuerPatienceMs }: IssuerPorts): Promise<CryptogramGrant<CardTrouble>> {
  const over = new AbortController();
  const tooLate = clock.sleep(issuerPatienceMs, over.signal).then(() => undefined);
  const answer = await Promise.race([askCryptogram(Buffer.from(challenge).toString('base64url')), tooLate]);
  over.abort();
  if (answer === undefined) {
    void forgoCryptogram();
    return { kind: 'not-granted', because: { reason: 'link-lost' } };
  }
  const cryptogram = answer.kind === 'cryptogram' && !abandoned.aborted ? decodeBase64Url(answer.cryptogram) : undefined;
  return cryptogram ? { kind: 'granted', cryptogram } : { kind: 'not-granted', because: abandoned.aborted ? leaseLost : refusal(answer) };
}

function refusal(answer: ErrandAnswer): CardTrouble {
  if (answer.kind !== 'refused') return { reason: 'link-lost' };
  return answer.code === 'lease-lost' ? leaseLost : { reason: 'cryptogram-refused' };
}
