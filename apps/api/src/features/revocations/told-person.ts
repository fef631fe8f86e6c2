// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ToldPerson } from '@sportello/contracts';
import { type ToldWithCip, compareIdentity, parseCodiceFiscale } from '@sportello/domain';
import type { HolderEvidence } from '../../platform/activation/card-on-desk';

/** Whether the card of a request is of whoever they said to be whom nobody recognised, by the codice fiscale, names and birth as far as they were told. */
export function toldPersonOf({ codiceFiscale, surname, name, birthDate }: ToldWithCip, holder: HolderEvidence | null): ToldPerson {
  const holdersCode = holder && parseCodiceFiscale(holder.codiceFiscale);
  if (!holder || !holdersCode?.ok) return 'not-known';
  const code = codiceFiscale === null ? undefined : parseCodiceFiscale(codiceFiscale);
  const told = { surname: surname ?? '', name: name ?? '', birthDate: birthDate ?? undefined, codiceFiscale: code?.ok ? code.value : undefined };
  const findings = compareIdentity({ ...holder, codiceFiscale: holdersCode.value }, told).map(({ finding }) => finding.kind);
  const compared = findings.filter((kind) => kind !== 'missing' && kind !== 'provisional-code');
  if (compared.includes('differs')) return 'other';
  return compared.length === 0 ? 'not-known' : 'holder';
}
