// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IdCartaNumber } from '../card/id-carta';
import { parseIdCarta } from '../card/id-carta';
import type { CodiceFiscaleValue } from '../codice-fiscale/codice-fiscale';
import { parseCodiceFiscale } from '../codice-fiscale/parse-codice-fiscale';
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';
import { compactCapitals } from '../text/compact-capitals';
import { foldLetters } from '../text/fold-letters';
import type { LocalDate } from '../time/local-date';

/** With what a CIP is told: alone it would be a password that anybody could try on everybody. */
export const CIP_COMPANIONS = ['codice-fiscale', 'id-carta', 'name-and-birth-date'] as const;

export type CipCompanion = (typeof CIP_COMPANIONS)[number];

/** What the caller told, as it was typed; null: not told. */
export interface ToldWithCip {
  readonly codiceFiscale: string | null;
  readonly idCarta: string | null;
  readonly surname: string | null;
  readonly name: string | null;
  readonly birthDate: LocalDate | null;
}

/** What the cards are looked up by: all that was told has to be right, and not the one part that is. */
export interface CipClaim {
  readonly codiceFiscale: CodiceFiscaleValue | null;
  readonly idCarta: IdCartaNumber | null;
  /** Folded: capitals without accents. */
  readonly person: { readonly surname: string; readonly name: string; readonly birthDate: LocalDate } | null;
}

export type CipClaimRefusal =
  | { readonly kind: 'cip-alone'; readonly companions: readonly CipCompanion[] }
  /** A slip of the tongue or finger, which counts as no try: the part is none by its own check character or shape, whoever calls. */
  | { readonly kind: 'cip-claim-malformed'; readonly part: 'codice-fiscale' | 'id-carta' };

export function cipClaim(told: ToldWithCip): Outcome<CipClaim, CipClaimRefusal> {
  const codiceFiscale = isTold(told.codiceFiscale) ? parseCodiceFiscale(told.codiceFiscale) : null;
  if (codiceFiscale?.ok === false) return refuse({ kind: 'cip-claim-malformed', part: 'codice-fiscale' });
  const idCarta = isTold(told.idCarta) ? parseIdCarta(compactCapitals(told.idCarta)) : null;
  if (idCarta?.ok === false) return refuse({ kind: 'cip-claim-malformed', part: 'id-carta' });
  const [surname, name] = [foldLetters(told.surname ?? ''), foldLetters(told.name ?? '')];
  const person = surname !== '' && name !== '' && told.birthDate !== null ? { surname, name, birthDate: told.birthDate } : null;
  if (!codiceFiscale && !idCarta && !person) return refuse({ kind: 'cip-alone', companions: CIP_COMPANIONS });
  return accept({ codiceFiscale: codiceFiscale?.value.value ?? null, idCarta: idCarta?.value.value ?? null, person });
}

function isTold(text: string | null): text is string {
  return text !== null && text.trim() !== '';
}
