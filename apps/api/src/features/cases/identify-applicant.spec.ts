// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseView } from '@sportello/contracts';
import { type OperatorClient, codeOf, identification } from '../../testing/operator-client';
import { READY, type StationClient } from '../../testing/station-client';
import { PASSWORD, TestApi } from '../../testing/test-api';
import type { TestCard } from '../../testing/test-cards';

describe('POST /api/cases/:id/identification', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let station: StationClient;

  beforeAll(async () => {
    api = await TestApi.start();
    [operator, station] = await Promise.all([api.signIn(), api.station()]);
  });
  afterAll(() => api.close());

  /** A card goes in, something happens, the card goes out. */
  const withCard = async <Result>(card: TestCard, work: (insertionId: string) => Promise<Result>): Promise<Result> => {
    const insertionId = await station.insert(card);
    try {
      return await work(insertionId);
    } finally {
      await station.remove(insertionId);
    }
  };

  const opened = async (insertionId: string): Promise<CaseView> => operator.open(insertionId);
  const refusedWith = async (wish: Parameters<typeof identification>[1]) =>
    withCard(await api.card(), async (insertionId) => {
      const view = await opened(insertionId);
      const refused = await operator.post(`/api/cases/${view.id}/identification`, identification(view, wish));
      expect((await operator.case(view.id)).state).toBe('recognised');
      return refused;
    });
  const document = { type: 'cie', number: 'CA12345AB', issuer: 'Comune di Roma', issuedOn: '2020-03-05', expiresOn: '2030-01-01', source: 'typed' } as const;
  const person = { surname: 'ROSSI', name: 'MARIA', birthDate: '1980-01-01', codiceFiscale: null };

  it.each<{ readonly code: string; readonly wish: Parameters<typeof identification>[1]; readonly details?: object }>([
    { code: 'document-expired', wish: { document: { ...document, expiresOn: '2026-11-23' } }, details: { expiredOn: '2026-11-23', daysAgo: 1 } },
    { code: 'paper-id', wish: { document: { ...document, type: 'paper-identity-card', number: 'AX1234567' } }, details: { since: '2026-08-03' } },
    { code: 'document-not-yet-issued', wish: { document: { ...document, issuedOn: '2026-11-25' } } },
    { code: 'document-dates-disagree', wish: { document: { ...document, issuedOn: '2031-01-01' } } },
    { code: 'document-number-malformed', wish: { document: { ...document, number: '12345' } }, details: { example: 'CA12345AB' } },
    { code: 'document-type-unknown', wish: { document: { ...document, type: 'tessera-sconti' } } },
    { code: 'document-incomplete', wish: { document: { ...document, expiresOn: null } }, details: { missing: ['expiresOn'] } },
    { code: 'decision-missing', wish: { person: { ...person, surname: 'BIANCHI' } }, details: { fields: ['surname'] } },
    { code: 'decision-missing', wish: { person: { ...person, birthDate: '1980-01-02', name: 'MARIA LUISA' }, accepted: ['name'] }, details: { fields: ['birthDate'] } },
    { code: 'invalid-request', wish: { person: { ...person, codiceFiscale: 'RSSMRA80A41H501X' } }, details: { fields: ['person.codiceFiscale'] } },
  ])('refuses with $code and leaves the case as it was', async ({ code, wish, details = {} }) => {
    const refused = await refusedWith(wish);
    expect(refused.body).toMatchObject({ code });
    expect((refused.body as { details?: object }).details ?? {}).toMatchObject(details);
  });

  it.each<Parameters<typeof identification>[1]>([
    { papers: [{ paper: 'applicant-identity-document', handling: 'seen' }, { paper: 'applicant-identity-document', handling: 'kept' }] },
    { declarations: ['loss-of-codes', 'loss-of-codes'] },
    { accepted: ['name', 'name', 'name', 'name', 'name'] },
  ])('does not take the same thing told twice: %j', async (wish) => {
    expect(codeOf(await refusedWith(wish))).toBe('invalid-request');
  });

  it('does not take a face that was not compared', async () => {
    expect(codeOf(await refusedWith({ isFaceConfirmed: false as true }))).toBe('invalid-request');
  });

  it('goes on with a difference that the operator decided, and keeps that decision', async () => {
    const card = await api.card();
    const printing = await withCard(card, async (insertionId) => operator.identify(await opened(insertionId), { person: { ...person, surname: 'ROSSI BIANCHI' }, accepted: ['surname'] }));
    expect(printing.state).toBe('printing');
    const [kept] = await api.database.query('select number, accepted, person from identity_document where case_id = $1', [printing.id]);
    expect(kept).toEqual({ number: 'CA12345AB', accepted: ['surname'], person: { ...person, surname: 'ROSSI BIANCHI' } });
  });

  it('keeps holder, document and operator as evidence when the card has gone', async () => {
    const card = await api.card();
    const view = await withCard(card, async (insertionId) => operator.identify(await opened(insertionId)));
    const [evidence] = await api.database.query(
      `select c.holder, c.certificate = $2 as "isChips", d.type, d.issued_on::text, d.expires_on::text, o.username, d.identified_at
       from activation_case c join identity_document d on d.case_id = c.id join operator o on o.id = d.identified_by where c.id = $1`,
      [view.id, Buffer.from(card.issued.certificateDer)],
    );
    expect(evidence).toEqual({
      holder: { surname: 'ROSSI', name: 'MARIA', sex: 'F', birthDate: '1980-01-01', birthPlace: 'Roma', codiceFiscale: card.holder.codiceFiscale.value, cardExpiresOn: '2030-05-20' },
      isChips: true,
      type: 'cie',
      issued_on: '2020-03-05',
      expires_on: '2030-01-01',
      username: 'bini',
      identified_at: api.clock.now(),
    });
  });

  it('needs the case’s own card in the reader', async () => {
    const card = await api.card();
    const view = await withCard(card, (insertionId) => opened(insertionId));
    const request = identification(view);
    expect(codeOf(await operator.post(`/api/cases/${view.id}/identification`, request).expect(409))).toBe('no-card');
    const other = await withCard(await api.card(), () => operator.post(`/api/cases/${view.id}/identification`, request).expect(409));
    expect(codeOf(other)).toBe('wrong-card');
  });

  it('identifies once, though two tabs press Enter at once', async () => {
    await withCard(await api.card(), async (insertionId) => {
      const view = await opened(insertionId);
      const answers = await Promise.all([1, 2].map(() => operator.post(`/api/cases/${view.id}/identification`, identification(view))));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(codeOf(answers.find(({ status }) => status === 409) ?? answers[0]!)).toBe('case-changed');
      const jobs = await api.database.query(`select type from job where case_id = $1 order by type`, [view.id]);
      expect(jobs).toEqual([{ type: 'print-envelope' }, { type: 'print-paper' }]);
    });
  });

  it('never gives one sheet to two cases that are identified at once', async () => {
    const codes = ['WXYZ-2345-AAAA', 'WXYZ-2345-BBBB', 'WXYZ-2345-CCCC'];
    const names = codes.map((_, index) => `Postazione ${index + 10}`);
    await api.provision({
      operators: codes.map((_, index) => ({ username: `banco${index}`, password: PASSWORD, displayName: `Banco ${index}`, roles: ['operator'], desk: 'MS-2' })),
      stations: codes.map((enrolmentCode, index) => ({ desk: 'MS-2', name: names[index], enrolmentCode })),
      sheets: names.map((station, index) => ({ desk: 'MS-2', station, from: `0007${index}1`, to: `0007${index}9` })),
    });
    const stations = await Promise.all(codes.map((code) => api.stationWith(code)));
    const stays = await Promise.all(stations.map(async (each) => each.insert(await api.card())));
    const operators = await Promise.all(codes.map((_, index) => api.signIn(`banco${index}`)));
    for (const [index, each] of stations.entries()) await api.bind(operators[index]!, each);
    const views = await Promise.all(stays.map((insertionId, index) => operators[index]!.open(insertionId)));
    const printing = await Promise.all(views.map((view, index) => operators[index]!.identify(view)));
    expect(printing.map(({ state }) => state)).toEqual(['printing', 'printing', 'printing']);
    expect(new Set(printing.map(({ sheet }) => sheet?.controlNumber)).size).toBe(3);
    expect(new Set(printing.map(({ number }) => number)).size).toBe(3);
    await Promise.all(stations.map((each) => each.disconnect()));
    await api.bind(operator, station);
  });

  it('needs a station that vouches for the card: a broken link is a card that is away', async () => {
    const insertionId = await station.insert(await api.card());
    const view = await opened(insertionId);
    await station.disconnect();
    expect(codeOf(await operator.post(`/api/cases/${view.id}/identification`, identification(view)).expect(409))).toBe('no-card');
    await station.connect();
    expect((await operator.identify(view)).state).toBe('printing');
    await station.remove(insertionId);
  });

  const empty = () => api.database.query(`update sheet set state = 'in-stock' where state = 'loaded' and case_id is null`);
  const refill = () => api.database.query(`update sheet set state = 'loaded' where state = 'in-stock'`);
  it.each([
    ['printer-unavailable', () => station.status({ ...READY, forms: 'media-empty' }), () => station.status(READY)],
    ['printer-unavailable', () => station.status({ ...READY, envelopes: 'certificate-changed' }), () => station.status(READY)],
    ['printer-unavailable', () => station.status({ ...READY, envelopes: 'spools-to-disk' }), () => station.status(READY)],
    ['no-sheets', empty, refill],
  ] as const)('waits authorised for what is missing (%s), says so, and prints when it is there', async (code, takeAway, bringBack) => {
    await withCard(await api.card(), async (insertionId) => {
      const view = await opened(insertionId);
      await takeAway();
      const waiting = await operator.identify(view);
      expect(waiting).toMatchObject({ state: 'authorised', obstacle: { code }, acts: ['print-envelope', 'refuse', 'abandon'] });
      expect(codeOf(await operator.post(`/api/cases/${view.id}/envelope`, { revision: waiting.revision }).expect(409))).toBe(code);
      await bringBack();
      expect((await operator.case(view.id)).obstacle).toBeNull();
      expect((await operator.act(waiting, 'envelope')).state).toBe('printing');
    });
  });

  it('prints nothing for a card whose codes could not be written afterwards', async () => {
    const card = await api.unknownCard();
    await api.provision({ cards: [{ idCarta: card.idCarta, state: 'inactive' }] });
    const waiting = await withCard(card, async (insertionId) => operator.identify(await opened(insertionId)));
    expect(waiting).toMatchObject({ state: 'authorised', sheet: null, obstacle: { code: 'transport-codes-missing' } });
  });

  it('refuses nobody’s own card though a colleague opened the case', async () => {
    const card = await api.card({ surname: 'BINI', name: 'LUCIA' });
    await withCard(card, async (insertionId) => {
      const view = await opened(insertionId);
      await api.database.query(`update operator set codice_fiscale = $1 where username = 'bini'`, [card.holder.codiceFiscale.value]);
      expect(codeOf(await operator.post(`/api/cases/${view.id}/identification`, identification(view)).expect(403))).toBe('own-card');
      await api.database.query(`update operator set codice_fiscale = null where username = 'bini'`);
      const printing = await operator.identify(view);
      await api.database.query(`update operator set codice_fiscale = $1 where username = 'bini'`, [card.holder.codiceFiscale.value]);
      expect(codeOf(await operator.post(`/api/cases/${view.id}/envelope/void`, { revision: printing.revision, reason: 'sheet-missing' }).expect(403))).toBe('own-card');
      await api.database.query(`update operator set codice_fiscale = null where username = 'bini'`);
    });
  });
});
