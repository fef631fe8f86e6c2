// SPDX-License-Identifier: AGPL-3.0-or-later
import { existingDate } from '@sportello/domain';
import pg from 'pg';
import { setTimeout } from 'node:timers/promises';
import { VISITS, application } from '../../testing/applications';
import { type OperatorClient, identification, codeOf } from '../../testing/operator-client';
import { READY, type StationClient } from '../../testing/station-client';
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

describe('a case of a minor that waited, authorised', () => {
  it('is not printed for the parent any more once the holder is of age', async () => {
    const api = await TestApi.start();
    const [operator, station] = await Promise.all([api.signIn(), api.station()]);
    const view = await operator.open(await station.insert(await api.card({ birthDate: existingDate(2008, 11, 25) })));
    await station.status({ ...READY, envelopes: 'media-empty' });
    const parent = await api.unknownCard(VISITS['parent-of-minor'].applicant ?? {});
    const waiting = await operator.act(view, 'identification', application(view, parent));
    expect(waiting).toMatchObject({ kind: 'parent-of-minor', state: 'authorised' });
    // Past midnight in Rome.
    api.clock.pass({ hours: 15 });
    const later = await api.signIn();
    await station.status(READY);
    const refused = await later.post(`/api/cases/${view.id}/envelope`, { revision: waiting.revision });
    expect(refused.body).toMatchObject({ code: 'kind-not-for-age' });
    expect((await later.act(waiting, 'abandonment')).state).toBe('abandoned');
    await api.close();
  });
});

describe('how an envelope is printed', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let station: StationClient;
  beforeAll(async () => {
    api = await TestApi.start();
    [operator, station] = await Promise.all([api.signIn(), api.station()]);
  });
  afterAll(() => api.close());

  it('is chosen at the identification, kept for new codes of the case, and may be chosen anew for them', async () => {
    const view = await operator.open(await station.insert(await api.card()));
    expect(view.envelope).toEqual({ language: 'it', layout: 'normal' });
    const wished = { language: 'de', layout: 'large-print' } as const;
    const printing = await operator.identify(view, { envelope: wished });
    expect(printing.envelope).toEqual(wished);
    const first = await station.job('print-envelope', { caseId: view.id });
    expect(first.text.style).toEqual(wished);

    const voided = await operator.act(printing, 'envelope/void', { reason: 'sheet-damaged' });
    const again = await operator.act(voided, 'envelope');
    const second = await station.job('print-envelope', { caseId: view.id });
    expect(second.text.style).toEqual(wished);

    const once = await operator.act(again, 'envelope/void', { reason: 'sheet-damaged' });
    const other = { language: 'en', layout: 'normal' } as const;
    const last = await operator.act(once, 'envelope', { envelope: other });
    expect(last.envelope).toEqual(other);
    const third = await station.job('print-envelope', { caseId: view.id });
    expect(third.text.style).toEqual(other);
  });

  it('is refused in a language that there is not', async () => {
    const view = await operator.open(await station.insert(await api.card()));
    const answer = await operator.post(`/api/cases/${view.id}/identification`, { ...identification(view), envelope: { language: 'fr', layout: 'normal' } });
    expect(codeOf(answer)).toBe('invalid-request');
  });
});

describe('a real installation', () => {
  it('orders no envelope from a station whose sheets do not hide the codes, whatever that station calls itself', async () => {
    const api = await TestApi.start();
    const [operator, station] = await Promise.all([api.signIn(), api.station()]);
    await api.database.query(`update installation set kind = 'real'`);
    const view = await operator.open(await station.insert(await api.card()));
    const waiting = await operator.identify(view);
    expect(waiting).toMatchObject({ state: 'authorised', sheet: null, obstacle: { code: 'stationery-not-blind', details: { stationery: 'plain-paper' } } });
    expect(codeOf(await operator.post(`/api/cases/${view.id}/envelope`, { revision: waiting.revision }).expect(409))).toBe('stationery-not-blind');
    expect(await api.database.query('select 1 from job')).toEqual([]);
    await station.status({ ...READY, stationery: 'sealed-in-line' });
    expect((await operator.act(waiting, 'envelope')).state).toBe('printing');
    await api.close();
  });
});

describe('the sheet of an envelope', () => {
  it('is the printer’s next, also while another act holds that one for a moment', async () => {
    const api = await TestApi.start();
    const [operator, station] = await Promise.all([api.signIn(), api.station()]);
    const view = await operator.open(await station.insert(await api.card()));
    const other = new pg.Client({ connectionString: api.database.ownerUrl });
    await other.connect();
    await other.query('begin');
    await other.query(`select from sheet where control_number = '000419' for update`);
    const printing = operator.identify(view);
    await setTimeout(300);
    await other.query('rollback');
    await other.end();
    expect((await printing).sheet?.controlNumber).toBe('000419');
    await api.close();
  });
});
