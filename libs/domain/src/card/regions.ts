// SPDX-License-Identifier: AGPL-3.0-or-later
/** Issuers of the TS-CNS by the code in ID_Carta: nineteen regions and the two autonomous provinces. */
export const REGIONS = [
  { code: '010', name: 'Piemonte' },
  { code: '020', name: "Valle d'Aosta" },
  { code: '030', name: 'Lombardia' },
  { code: '041', name: 'Bolzano' },
  { code: '042', name: 'Trento' },
  { code: '050', name: 'Veneto' },
  { code: '060', name: 'Friuli-Venezia Giulia' },
  { code: '070', name: 'Liguria' },
  { code: '080', name: 'Emilia-Romagna' },
  { code: '090', name: 'Toscana' },
  { code: '100', name: 'Umbria' },
  { code: '110', name: 'Marche' },
  { code: '120', name: 'Lazio' },
  { code: '130', name: 'Abruzzo' },
  { code: '140', name: 'Molise' },
  { code: '150', name: 'Campania' },
  { code: '160', name: 'Puglia' },
  { code: '170', name: 'Basilicata' },
  { code: '180', name: 'Calabria' },
  { code: '190', name: 'Sicilia' },
  { code: '200', name: 'Sardegna' },
] as const;

export type RegionCode = (typeof REGIONS)[number]['code'];

export interface Region {
  readonly code: RegionCode;
  readonly name: string;
}

export function regionOf(code: string): Region | undefined {
  return REGIONS.find((region) => region.code === code);
}
