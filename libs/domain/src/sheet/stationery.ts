// SPDX-License-Identifier: AGPL-3.0-or-later

/** How an envelope sheet keeps its codes from everybody, from the printer's tray to the citizen; `nothing`: whoever takes the sheet reads them. */
export type Blinding = 'scratch-label' | 'peel-label' | 'sealing-printer' | 'nothing';

/** What the envelopes of a station are printed on; each has its geometry in the paper's own files. */
export const STATIONERIES = ['scratch-label-mailer', 'peel-label-mailer', 'sealed-in-line', 'plain-paper', 'window-envelope'] as const;
export type Stationery = (typeof STATIONERIES)[number];

const BLINDINGS: Readonly<Record<Stationery, Blinding>> = {
  'scratch-label-mailer': 'scratch-label',
  'peel-label-mailer': 'peel-label',
  'sealed-in-line': 'sealing-printer',
  'plain-paper': 'nothing',
  // Somebody has to put the open sheet into it.
  'window-envelope': 'nothing',
};

export function blindingOf(stationery: Stationery): Blinding {
  return BLINDINGS[stationery];
}

/** Only blind stationery is printed on outside rehearsal: nobody, the operator included, may know the codes. */
export function isBlind(stationery: Stationery): boolean {
  return BLINDINGS[stationery] !== 'nothing';
}
