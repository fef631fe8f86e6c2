// SPDX-License-Identifier: AGPL-3.0-or-later
import { ENROLMENT_KEY_ID, EnrolmentAnswer, type EnrolmentRequest } from '@sportello/contracts';
import { isPublicKey, publicJwkOf, publicKeyOfJwk } from '@sportello/seal';
import { CannotStart } from '../config/cannot-start';
import { createBackOff } from '../time/back-off';
import type { Clock } from '../time/clock';
import type { LinkCondition } from './link-condition';
import type { PinnedStation } from './pinned-station';
import type { Sequence } from './sequence';
import { type Answer, SignedRequests } from './signed-requests';
import type { StationKeys } from './station-keys';

export interface EnrolmentOptions {
  readonly serverUrl: string;
  readonly code: string;
  readonly keys: StationKeys;
  readonly sequence: Sequence;
  readonly condition: LinkCondition;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

const enrolmentPath = '/api/station/enrolment';

/**
 * Makes the station known to the API with a code that an administrator handed out, and learns whom to trust. Tried until the API answers, with the same keys each time:
 * an answer that was lost is given again.
 *
 * @returns nothing when the signal stopped it.
 * @throws CannotStart when the API does not take the code.
 */
export async function enrol({ serverUrl, code, keys, sequence, condition, clock, signal }: EnrolmentOptions): Promise<PinnedStation | undefined> {
  const requests = new SignedRequests({ serverUrl, key: { ...keys.signing, keyId: ENROLMENT_KEY_ID }, sequence, clock });
  const request: EnrolmentRequest = { code, signingKey: publicJwkOf(keys.signing.publicKey), sealingKey: keys.sealing.publicKey };
  const backOff = createBackOff({ firstMs: 250, longestMs: 10_000 });
  while (!signal.aborted) {
    const answer = await requests.post(enrolmentPath, request, signal);
    if (signal.aborted) return undefined;
    condition.heard(answer);
    if (answer.kind === 'accepted') return pinned(answer);
    if (answer.kind === 'refused') throw new CannotStart(refusalSentence(answer));
    await clock.sleep(backOff.next(), signal);
  }
  return undefined;
}

function refusalSentence({ status, code }: Extract<Answer, { kind: 'refused' }>): string {
  if (code === 'enrolment-code-unknown') return 'The API does not take this enrolment code: it is unknown, spent or out of date. Ask an administrator for a new one.';
  return `The API refused the enrolment (${code ?? `status ${status}`}).`;
}

function pinned({ body }: Extract<Answer, { kind: 'accepted' }>): PinnedStation {
  const answer = EnrolmentAnswer.safeParse(body);
  if (!answer.success) throw new CannotStart('The API answered the enrolment with something that this station does not understand: their versions may not fit.');
  const { stationId, stationName, deskName, apiSigningKey, apiSealingKey, vaultSealingKey, vaultSigningKey = null } = answer.data;
  const signingKey = publicKeyOfJwk(apiSigningKey);
  if (signingKey === undefined || !isPublicKey(apiSealingKey) || !isPublicKey(vaultSealingKey) || (vaultSigningKey !== null && !isPublicKey(vaultSigningKey))) throw new CannotStart('The API answered the enrolment with a key that is none.');
  return { stationId, stationName, deskName, apiSigningKey: signingKey, apiSealingKey, vaultSealingKey, vaultSigningKey, vaultKeyVersion: 0 };
}
