// SPDX-License-Identifier: AGPL-3.0-or-later
import { placeOfBirth } from './place-of-birth';

describe('the place of birth', () => {
  it.each([
    ['H501', '', 'Roma'],
    ['F023', '', 'Massa'],
    ['', 'Z404', "Stati Uniti d'America"],
  ])('is named from the chip’s code %s%s', async (birthMunicipality, birthState, name) => {
    expect(await placeOfBirth({ birthMunicipality, birthState })).toBe(name);
  });

  it.each([
    ['A000', ''],
    ['', ''],
    ['Roma', ''],
  ])('has no name when the chip says "%s"', async (birthMunicipality, birthState) => {
    expect(await placeOfBirth({ birthMunicipality, birthState })).toBeNull();
  });
});
