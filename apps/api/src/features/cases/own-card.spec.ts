// SPDX-License-Identifier: AGPL-3.0-or-later
import { DeskStory } from '../../testing/desk-story';
import { codeOf } from '../../testing/operator-client';
import { TestApi } from '../../testing/test-api';

describe('the own card', () => {
  it('is not refused or abandoned by its holder before the identification either', async () => {
    const api = await TestApi.start();
    const [operator, station] = await Promise.all([api.signIn(), api.station()]);
    const story = await DeskStory.recognised(api, operator, station);
    await api.database.query(`update operator set codice_fiscale = $1 where username = 'bini'`, [story.card.holder.codiceFiscale.value]);
    expect(codeOf(await story.actRefused('abandonment'))).toBe('own-card');
    expect(codeOf(await story.actRefused('refusal', { reason: 'document-expired', note: null }))).toBe('own-card');
    await api.close();
  });
});
