// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * At which of a desk's stations somebody acts. Whoever works cases stands at one: the desk's only one, or the one whose code their browser showed, and at none as
 * long as it has shown none. Whoever only looks and decides does so for the whole desk.
 */
export type StationChoice = { readonly kind: 'one'; readonly stationId: string } | { readonly kind: 'none' } | { readonly kind: 'any' };

export const ANY_STATION: StationChoice = { kind: 'any' };

export function atStation(stationId: string): StationChoice {
  return { kind: 'one', stationId };
}

/** A desk, and where at it. */
export interface Counter {
  readonly deskId: string;
  readonly at: StationChoice;
}

/** Whether a station is one of those that are chosen. */
export function isChosen(choice: StationChoice, stationId: string): boolean {
  return choice.kind === 'any' || (choice.kind === 'one' && choice.stationId === stationId);
}

/** For SQL: the one station; null, any; an id that no station has, none. */
export function chosenStationId(choice: StationChoice): string | null {
  if (choice.kind === 'any') return null;
  return choice.kind === 'one' ? choice.stationId : NO_STATION;
}

const NO_STATION = '00000000-0000-0000-0000-000000000000';
