// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ManagedStation, StationsView } from '@sportello/contracts';
import type { StationsStore } from '../../data/places/stations-store';

/** What a layer is opened about. The act is done there, so that what was typed stays when it is refused. */
export interface StationAtHand {
  readonly store: StationsStore;
  readonly desk: StationsView['desks'][number];
  /** Null: a new one. */
  readonly station: ManagedStation | null;
}
