// SPDX-License-Identifier: AGPL-3.0-or-later
import { type IntentAnswer, type IntentRequest, SIGNATURE_PURPOSES } from '@sportello/contracts';
import { signDocument } from '@sportello/seal';
import { randomUUID } from 'node:crypto';
import { DeskStory } from '../../testing/desk-story';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import type { DrawnCodes, StationClient } from '../../testing/station-client';
import { TestApi } from '../../testing/test-api';

/** An intent without the station's signature over it. */
const unsignedPart = ({ intentId, jobId, caseId, idCarta, controlNumber, stationBlob, vaultBlob, apiBlob, vaultSignature }: IntentRequest) => ({ intentId, jobId, caseId, idCarta, controlNumber, stationBlob, vaultBlob, apiBlob, vaultSignature });

describe('POST /api/station/intents', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let station: StationClient;

  beforeAll(async () => {
    api = await TestApi.start();
    [operator, station] = await Promise.all([api.signIn(), api.station()]);
  });
  afterAll(() => api.close());

  const printing = () => DeskStory.printing(api, operator, station);
  const postIntent = (drawn: DrawnCodes) => station.post('/api/station/intents', drawn.request);

  it('gives the same request the same nonce, and keeps one intent', async () => {
    const story = await printing();
    const drawn = await station.draw(story.printJob);
    const answers = await Promise.all([postIntent(drawn)]);
    answers.push(await postIntent(drawn));
    const nonces = answers.map(({ body }) => (body as IntentAnswer).nonce);
    expect(Buffer.from(nonces[0] ?? '', 'base64url')).toHaveLength(32);
    expect(new Set(nonces).size).toBe(1);
  });

  it('refuses another body under the same key, and a second set of codes for the same job', async () => {
    const story = await printing();
    const drawn = await station.draw(story.printJob);
    expect((await postIntent(drawn)).status).toBe(200);
    expect(codeOf(await postIntent(await station.draw(story.printJob, { intentId: drawn.intentId })))).toBe('intent-differs');
    expect(codeOf(await postIntent(await station.draw(story.printJob)))).toBe('intent-voided');
  });

  it('never revives an intent that was voided', async () => {
    const story = await printing();
    const drawn = await station.draw(story.printJob);
    await postIntent(drawn);
    await story.act('envelope/void', { reason: 'sheet-missing' });
    expect(codeOf(await postIntent(drawn))).toBe('intent-voided');
  });

  it('refuses what the station did not sign as an intent', async () => {
    const story = await printing();
    const { request } = await station.draw(story.printJob);
    const unsigned = unsignedPart(request);
    const signature = await signDocument(unsigned, { purpose: SIGNATURE_PURPOSES.job, key: station.key() });
    expect((await station.post('/api/station/intents', { ...request, signature })).body).toMatchObject({ code: 'signature-invalid', details: { because: 'intent' } });
  });

  it('refuses a sheet or a card that is not the case’s, a job that is not the station’s, and a blob sealed for something else', async () => {
    const story = await printing();
    const job = story.printJob;
    expect(codeOf(await postIntent(await station.draw({ ...job, controlNumber: '000999' })))).toBe('intent-differs');
    expect(codeOf(await postIntent(await station.draw({ ...job, idCarta: '6090000000009993' })))).toBe('intent-differs');
    expect(codeOf(await postIntent(await station.draw({ ...job, jobId: randomUUID() })))).toBe('job-unknown');
    const { request } = await station.draw(job);
    const { apiBlob } = (await station.draw({ ...job, caseId: randomUUID() })).request;
    const unsigned = { ...unsignedPart(request), apiBlob };
    const signature = await signDocument(unsigned, { purpose: SIGNATURE_PURPOSES.intent, key: station.key() });
    expect((await station.post('/api/station/intents', { ...unsigned, signature })).body).toMatchObject({ code: 'invalid-request', details: { because: 'altered' } });
  });

  it('refuses a vault’s blob that the station did not sign with what it is bound to: the vault would refuse it when it is needed', async () => {
    const story = await printing();
    const { request } = await station.draw(story.printJob);
    const { vaultBlob } = (await station.draw(story.printJob)).request;
    const unsigned = { ...unsignedPart(request), vaultBlob };
    const signature = await signDocument(unsigned, { purpose: SIGNATURE_PURPOSES.intent, key: station.key() });
    expect((await station.post('/api/station/intents', { ...unsigned, signature })).body).toMatchObject({ code: 'signature-invalid', details: { because: 'vault-blob' } });
  });

  it('refuses an outer code of another sheet, and a CIP that is not of the pattern', async () => {
    const story = await printing();
    expect(codeOf(await postIntent(await station.draw(story.printJob, { cip: '731409826' })))).toBe('invalid-request');
    expect(codeOf(await postIntent(await station.draw(story.printJob, { cip: '731409826X' })))).toBe('invalid-request');
    expect(codeOf(await postIntent(await station.draw(story.printJob, { outerCode: '000998-K7P4XR' })))).toBe('invalid-request');
  });
});
