// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CallView, RecordRevocationRequest, RevocationView } from '@sportello/contracts';
import { effectsToRead, type RevocationState } from '@sportello/domain';
import { activateCard, type StoryOptions } from './activation-story';
import type { Credentials } from './approve-case';
import { DeskClient } from './desk-client';
import { patienceMs as usualPatienceMs } from './patience';
import { StoryBroken } from './story-broken';

/** What the story came to; printed as one JSON line. */
export type RevocationResult = {
  /** When the request was recorded, and when the authority accepted it. */
  readonly requested: string;
  readonly accepted: string;
  /** The authority's OCSP calls the certificate revoked. */
  readonly visibleRevoked: boolean;
  /** Whole milliseconds: of the call from its beginning, of the request from when it was recorded. */
  readonly ms: { readonly callToIdentified: number; readonly callToNumber: number; readonly requestToAccepted: number; readonly requestToVisible: number };
};

/** Nothing more comes of a request in these without a person. */
const ENDED_OTHERWISE: readonly RevocationState[] = ['logged', 'rejected', 'awaiting-supervisor'];

export type RevocationStoryOptions = StoryOptions & {
  readonly helpDesk: Credentials | undefined;
  /** How long the certificate may take to be seen revoked. */
  readonly patienceMs?: number | undefined;
};

/** A card is activated and delivered; then its wallet is gone, and the citizen calls with the CIP of the envelope: until the authority's OCSP says *revoked*. */
export const tellRevocationStory = async (options: RevocationStoryOptions): Promise<RevocationResult> => {
  const { deskAddress, helpDesk: who, tell, patienceMs = usualPatienceMs } = options;
  if (who === undefined) throw new StoryBroken('The caller waits for the help desk, and the demo was given none.');
  const { holder, codes } = await activateCard(options);

  const helpDesk = await DeskClient.signIn(deskAddress, who.username, who.password);
  const hints = await helpDesk.sessionHints();
  try {
    const called = performance.now();
    const { id, revision } = await helpDesk.openCall();
    const written = await helpDesk.writeCall(id, { revision, callerKind: 'holder', category: 'lost-or-stolen', notes: '', doneSteps: [] });
    const identified = await helpDesk.identifyCaller(id, { revision: written.revision, cip: codes.cip, codiceFiscale: holder.codiceFiscale, idCarta: null, surname: null, name: null, birthDate: null });
    const callToIdentified = Math.round(performance.now() - called);
    tell('The caller is recognised by the CIP of the envelope.');

    const receipt = await helpDesk.recordRevocation(theftOf(identified));
    const callToNumber = Math.round(performance.now() - called);
    tell(`The number of the request is read back: ${receipt.number}.`);
    await helpDesk.closeCall(id, { revision: (await helpDesk.call(id)).revision, outcome: 'request-recorded', followUp: null });

    let last: RevocationView | undefined;
    const look = async (): Promise<RevocationView | undefined> => {
      last = await helpDesk.revocation(receipt.id);
      return seenRevoked(last);
    };
    const request = await hints.until('the certificate to be seen revoked', patienceMs, look, () => (last ? ` ${standingOf(last)}` : ''));
    const { requestedAt, acceptedAt, visibleAt } = request.times;
    if (acceptedAt === null || visibleAt === null) throw new StoryBroken('The request is confirmed, and nobody knows when.');
    tell('The authority has accepted it, and its OCSP says that the certificate is revoked.');
    const since = (instant: string): number => Date.parse(instant) - Date.parse(requestedAt);
    return { requested: requestedAt, accepted: acceptedAt, visibleRevoked: request.state === 'confirmed', ms: { callToIdentified, callToNumber, requestToAccepted: since(acceptedAt), requestToVisible: since(visibleAt) } };
  } finally {
    hints.close();
  }
};

/** What the caller says, and confirms when the effects are read out. */
const theftOf = ({ id, identification }: CallView): RecordRevocationRequest => {
  const card = identification?.cards.find(({ isOfThisCip }) => isOfThisCip);
  if (!identification || !card) throw new StoryBroken('The caller is recognised, and no card is shown.');
  const hasOthers = identification.cards.some(({ idCarta, state }) => idCarta !== card.idCarta && (state === 'active' || state === 'suspended'));
  return {
    act: 'revocation',
    reason: 'theft',
    asker: 'holder',
    caseKind: null,
    identified: { by: 'cip', callId: id, identificationId: identification.id },
    idCarta: card.idCarta,
    happenedAt: new Date().toISOString(),
    proof: { kind: 'self-declaration', isSigned: false },
    confirmedEffects: [...effectsToRead('revocation', 'theft', hasOthers)],
    notes: null,
  };
};

const seenRevoked = (request: RevocationView): RevocationView | undefined => {
  if (request.state === 'confirmed') return request;
  if (ENDED_OTHERWISE.includes(request.state)) throw new StoryBroken(`Nothing more comes of it by itself. ${standingOf(request)}`);
  return undefined;
};

const standingOf = ({ number, state, authority }: RevocationView): string => `The request ${number} is ${state}, and the authority's last answer is ${authority?.lastAnswer ?? 'none'}.`;
