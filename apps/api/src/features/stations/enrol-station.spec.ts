// SPDX-License-Identifier: AGPL-3.0-or-later
import { codeOf } from '../../testing/operator-client';
import { READY, enrolmentRequest } from '../../testing/station-client';
import { ENROLMENT_CODES, TestApi } from '../../testing/test-api';

describe('a repeated enrolment', () => {
  it('with the same key does not begin its numbers anew: nothing that was sent before can be sent again', async () => {
    const api = await TestApi.start();
    const station = await api.station();
    const sequence = station.nextSequence();
    await station.post('/api/station/status', READY, { sequence });
    const again = await enrolmentRequest(api, { code: ENROLMENT_CODES.massa, signing: station.signing, sealing: station.sealing });
    expect(again.status).toBe(200);
    expect(codeOf(await station.post('/api/station/status', READY, { sequence }))).toBe('replayed');
    await api.close();
  });
});
