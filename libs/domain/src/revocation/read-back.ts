// SPDX-License-Identifier: AGPL-3.0-or-later
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';
import type { CertificateAct } from './certificate-acts';
import type { CertificateRevocationReason } from './revocation-reasons';

/** What is read to whoever asks before it happens; its words are the page's. */
export const REVOCATION_EFFECTS = [
  'final',
  'until-reactivated',
  'reactivation-in-person',
  'services-again',
  'certificate-only',
  'health-record-unchanged',
  'services-closed',
  'other-cards-stay',
  'replacement-to-ask',
  'new-card-to-activate',
] as const;

export type RevocationEffect = (typeof REVOCATION_EFFECTS)[number];

export interface EffectsNotConfirmed {
  readonly kind: 'effects-not-confirmed';
  readonly missing: readonly RevocationEffect[];
}

const OF_ACTS: Readonly<Record<CertificateAct, readonly RevocationEffect[]>> = {
  revocation: ['final', 'certificate-only', 'health-record-unchanged', 'services-closed'],
  suspension: ['until-reactivated', 'reactivation-in-person', 'certificate-only', 'health-record-unchanged', 'services-closed'],
  reactivation: ['services-again', 'certificate-only'],
};

/** After these nobody asks for another card. */
const WITHOUT_REPLACEMENT: readonly CertificateRevocationReason[] = ['holder-death'];

/** Which effects are read back, in this order. */
export function effectsToRead(act: CertificateAct, reason: CertificateRevocationReason, hasOtherCards: boolean): readonly RevocationEffect[] {
  const isReplaced = act === 'revocation' && !WITHOUT_REPLACEMENT.includes(reason);
  const effects: readonly RevocationEffect[] = [...OF_ACTS[act], ...(hasOtherCards ? (['other-cards-stay'] as const) : []), ...(isReplaced ? (['replacement-to-ask', 'new-card-to-activate'] as const) : [])];
  return REVOCATION_EFFECTS.filter((effect) => effects.includes(effect));
}

/** Every effect was read, and the answer was yes. */
export function judgeReadBack(toRead: readonly RevocationEffect[], confirmed: readonly RevocationEffect[]): Outcome<'confirmed', EffectsNotConfirmed> {
  const missing = toRead.filter((effect) => !confirmed.includes(effect));
  return missing.length === 0 ? accept('confirmed') : refuse({ kind: 'effects-not-confirmed', missing });
}
