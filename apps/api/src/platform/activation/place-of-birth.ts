// SPDX-License-Identifier: AGPL-3.0-or-later
import { belfioreConnector } from '@marketto/belfiore-connector-embedded';
import type { PersonalData } from '@sportello/domain';

/** The name of the place where the holder was born. The chip holds its Belfiore code; one that the table does not know has no name. */
export async function placeOfBirth({ birthMunicipality, birthState }: Pick<PersonalData, 'birthMunicipality' | 'birthState'>): Promise<string | null> {
  for (const code of [birthMunicipality, birthState]) {
    const place = /^[A-Z][0-9]{3}$/.test(code) ? await belfioreConnector.findByCode(code) : null;
    if (place) return place.name;
  }
  return null;
}
