// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RevocationView } from '@sportello/contracts';
import type { ShapeName } from '../../ui/shape/shape';

export interface WayStep {
  readonly name: 'requested' | 'verified' | 'transmitted' | 'accepted' | 'visible';
  readonly shape: ShapeName;
  /** Null: not yet. */
  readonly at: string | null;
}

/** The way of a request, from the call to the certificate that is seen revoked; after a rejection what did not happen will not. */
export function waySteps({ times, state }: RevocationView): readonly WayStep[] {
  const missing: ShapeName = state === 'rejected' ? 'stopped' : 'unknown';
  const step = (name: WayStep['name'], at: string | null): WayStep => ({ name, at, shape: at === null ? missing : 'done' });
  return [step('requested', times.requestedAt), step('verified', times.verifiedAt), step('transmitted', times.transmittedAt), step('accepted', times.acceptedAt), step('visible', times.visibleAt)];
}
