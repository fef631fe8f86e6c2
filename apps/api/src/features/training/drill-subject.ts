// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DrillSubject } from '@sportello/contracts';
import { parseCodiceFiscale } from '@sportello/domain';
import { decodeBase64Url, encodeBase64Url, equalInConstantTime, keyedMac } from '@sportello/seal';

/** Of a person: what a record of drills is bound to. */
export interface NamedPerson {
  readonly username: string;
  readonly codiceFiscale: string | null;
}

export const SALT_BYTES = 32;

/** The person as the record names them: nobody reads the name in it, and whoever has the person before them can tell that it is theirs. */
export function drillSubjectOf(person: NamedPerson, salt: Uint8Array): DrillSubject {
  const by = person.codiceFiscale === null ? 'username' : 'codice-fiscale';
  return { by, salt: encodeBase64Url(salt), commitment: encodeBase64Url(commitment(by, nameOf(person, by), salt)) };
}

/** Whether the record is this person's. One that names a codice fiscale is nobody's whose own is not recorded here. */
export function isSubject({ by, salt: saltText, commitment: expected }: DrillSubject, person: NamedPerson): boolean {
  const [salt, given] = [decodeBase64Url(saltText), decodeBase64Url(expected)];
  const name = by === 'codice-fiscale' && person.codiceFiscale === null ? undefined : nameOf(person, by);
  if (name === undefined || salt?.length !== SALT_BYTES || !given) return false;
  return equalInConstantTime(commitment(by, name, salt), given);
}

/** The same for all spellings of one person's code. */
function nameOf({ username, codiceFiscale }: NamedPerson, by: DrillSubject['by']): string {
  if (by === 'username') return username;
  const code = parseCodiceFiscale(codiceFiscale ?? '');
  if (!code.ok) throw new Error('a codice fiscale that is none was recorded');
  return code.value.kind === 'regular' ? code.value.base : code.value.value;
}

function commitment(by: DrillSubject['by'], name: string, salt: Uint8Array): Uint8Array {
  return keyedMac({ key: salt, label: 'drill-record-subject', parts: [by, name] });
}
