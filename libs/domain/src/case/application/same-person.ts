// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CodiceFiscale } from '../../codice-fiscale/codice-fiscale';
import { compareCodiceFiscale, isSamePerson } from '../../codice-fiscale/compare-codice-fiscale';
import { compareIdentity } from '../../comparison/compare-identity';
import type { PersonOnChip, PersonOnPaper } from '../../comparison/compare-identity';

/** Whether a document names the person of a chip beyond doubt: by the codice fiscale, or where it bears none by names and birth. */
export function isPersonOfChip(chip: PersonOnChip, person: PersonOnPaper): boolean {
  if (person.codiceFiscale) return isSamePerson(chip.codiceFiscale, person.codiceFiscale);
  return compareIdentity(chip, person).every(({ part, finding }) => part === 'codiceFiscale' || finding.kind === 'equal' || finding.kind === 'equal-but-for-accents');
}

/** Whether somebody of whom only the codice fiscale is known is the person of a document. Without a code of theirs the letters and the birth in it have to do: in doubt, somebody else operates. */
export function isPersonOfCode(code: CodiceFiscale, person: PersonOnPaper): boolean {
  if (person.codiceFiscale) return isSamePerson(code, person.codiceFiscale);
  if (person.birthDate === undefined) return false;
  const findings = compareCodiceFiscale(code, { surname: person.surname, name: person.name, birthDate: person.birthDate, sex: 'F' });
  return findings.every(({ part, kind }) => part === 'sex' || kind === 'equal');
}
