// SPDX-License-Identifier: AGPL-3.0-or-later
import { existingDate } from '@sportello/domain';
import { identification, codeOf } from '../../testing/operator-client';
import { READY } from '../../testing/station-client';
import { TestApi } from '../../testing/test-api';

describe('a case that waited, authorised', () => {
  it.each([
    ['document', 'document-expired', '2026-11-25', existingDate(2030, 5, 20)],
    ['card', 'card-expired', '2030-01-01', existingDate(2026, 11, 25)],
  ])('is not printed once its %s has expired', async (_, code, documentExpiresOn, cardExpiresOn) => {
    const api = await TestApi.start();
    const [operator, station] = await Promise.all([api.signIn(), api.station()]);
    const view = await operator.open(await station.insert(await api.card({ expiresOn: cardExpiresOn })));
    await station.status({ ...READY, envelopes: 'media-empty' });
    const { document } = identification(view);
    const waiting = await operator.identify(view, { document: { ...document, expiresOn: documentExpiresOn } });
    expect(waiting.state).toBe('authorised');
    api.clock.pass({ days: 2 });
    const later = await api.signIn();
    await station.disconnect();
    await station.connect();
    expect(codeOf(await later.post(`/api/cases/${view.id}/envelope`, { revision: waiting.revision }))).toBe(code);
    await api.close();
  });
});
