// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RegionCode } from '../../card/regions';
import type { LocalDate } from '../../time/local-date';
import { isAfter } from '../../time/date-arithmetic';
import { existingDate } from '../../time/local-date';
import type { DeskKind } from '../desk-kinds';

/** Whose cards a kind of desk may activate, from a day on. */
export interface ActivatableRegions {
  readonly since: LocalDate;
  readonly deskKinds: readonly DeskKind[];
  readonly regions: readonly RegionCode[];
  readonly source: string;
}

/** The published lists bear no date: they count from before the first card that is still in force, and a later list is one more row. */
const UNDATED = existingDate(2011, 1, 1);

export const ACTIVATABLE_REGIONS: readonly ActivatableRegions[] = [
  {
    since: UNDATED,
    deskKinds: ['asl', 'hospital-trust', 'municipality'],
    regions: ['010', '020', '050', '070', '080', '090', '100', '130', '140', '150', '160', '170', '180', '190'],
    source: 'Regione Toscana, list of the regions whose cards its desks activate',
  },
  { since: UNDATED, deskKinds: ['pharmacy'], regions: ['090'], source: 'Regione Toscana, activation in pharmacies' },
];

/** The row in force for a kind of desk on a day: the last one that had begun. */
export function regionsActivatableAt(
  deskKind: DeskKind,
  day: LocalDate,
  rows: readonly ActivatableRegions[] = ACTIVATABLE_REGIONS,
): readonly RegionCode[] {
  const begun = rows.filter((row) => row.deskKinds.includes(deskKind) && !isAfter(row.since, day));
  const last = begun.reduce<ActivatableRegions | undefined>((latest, row) => (latest && isAfter(latest.since, row.since) ? latest : row), undefined);
  return last?.regions ?? [];
}
