// SPDX-License-Identifier: AGPL-3.0-or-later
import { rehearseTalk } from './rehearse-talk';

describe('the rehearsal of a talk with a card', () => {
  it('goes all the way, by both methods: what is not spoken is not rehearsed', async () => {
    expect(await rehearseTalk()).toEqual({ recognition: 'recognised', writings: ['written', 'written'], proof: 'proved' });
  });
});
