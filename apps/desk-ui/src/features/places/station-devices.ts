// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ManagedStation } from '@sportello/contracts';
import { wording, type Wording } from '../../ui/words/wording';

const WELL = ['ready', 'busy', 'printing', 'unknown'];

/** The devices of a station in words: each that is in trouble, or that all are well; nothing is known of a station that is away. */
export function stationDevices({ state, reader, operatorReader, envelopes, forms }: ManagedStation): readonly Wording[] {
  if (state !== 'online') return state === 'away' ? [wording('stations.notKnown')] : [];
  const troubles = Object.entries({ reader, operatorReader, envelopes, forms }).flatMap(([device, condition]) =>
    condition === null || WELL.includes(condition) ? [] : [wording(`devices.${device}.${condition}`)],
  );
  return troubles.length > 0 ? troubles : [wording('stations.well')];
}
