// SPDX-License-Identifier: AGPL-3.0-or-later
import { EVENT_DESK, CallsView, OrderedPaper, RevocationLotView, RevocationLotsView, RevocationReceipt, RevocationView, RevocationsView, type CallView, type HelpDeskView, type RecordRevocationRequest } from '@sportello/contracts';
import { type RevocationEffect, UNVERIFIED_A_DAY, accept, effectsToRead } from '@sportello/domain';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import supertest from 'supertest';
import { codesOf } from '../../platform/cip/codes-of';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { advanceRevocation } from '../../platform/revocation/advance-revocation';
import { confirmRevocation } from '../../platform/revocation/confirm-revocation';
import { certificateOf } from '../../platform/revocation/known-certificate';
import { RevocationRepository } from '../../platform/revocation/revocation.repository';
import { DeskStory } from '../../testing/desk-story';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import type { StationClient } from '../../testing/station-client';
import { demoCa, issueCard } from '../../testing/test-cards';
import { PASSWORD, TestApi } from '../../testing/test-api';

const NOTHING = { codiceFiscale: null, idCarta: null, surname: null, name: null, birthDate: null };
const DOCUMENT = { type: 'cie', number: 'CA12345AB', issuer: 'Comune di Roma', issuedOn: '2020-03-05', expiresOn: '2030-01-01', source: 'typed' } as const;
const INSTALLATION = { actor: { kind: 'installation' }, requestId: null } as const;
const reason = 'Richiamato, risponde alle domande';

interface Delivered {
  readonly caseId: string;
  readonly idCarta: string;
  readonly cip: string;
  readonly person: { readonly surname: string; readonly name: string; readonly birthDate: string; readonly codiceFiscale: string };
}

describe('requests for revocation', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let helpDesk: OperatorClient;
  let supervisor: OperatorClient;
  let second: OperatorClient;
  let station: StationClient;

  beforeAll(async () => {
    api = await TestApi.start();
    const person = (username: string, displayName: string, role: string) => ({ username, password: PASSWORD, displayName, roles: [role], desk: 'MS-2' });
    await api.provision({ operators: [person('vanni', 'I. Vanni', 'help-desk'), person('neri', 'A. Neri', 'supervisor')] });
    [operator, helpDesk, supervisor, second, station] = await Promise.all([api.signIn(), api.signIn('vanni'), api.signIn('sarti'), api.signIn('neri'), api.station()]);
  });
  afterAll(() => api.close());

  const delivered = async (name: string, surname = 'ROSSI'): Promise<Delivered> => {
    const story = await DeskStory.written(api, operator, station, await api.card({ name, surname }));
    const holder = (await story.now()).card?.holder;
    if (!holder) throw new Error('the card is gone');
    await story.scan(story.envelope.outerCode);
    await story.leave();
    const { birthDate, codiceFiscale } = holder;
    return { caseId: story.id, idCarta: story.card.idCarta, cip: story.envelope.cip, person: { surname: holder.surname, name: holder.name, birthDate, codiceFiscale } };
  };

  const now = () => api.clock.now().toISOString();
  const effects = (others = false, act: RecordRevocationRequest['act'] = 'revocation'): RevocationEffect[] => [...effectsToRead(act, 'loss', others)];
  const asked = (wish: Partial<RecordRevocationRequest> & Pick<RecordRevocationRequest, 'identified'>): RecordRevocationRequest => ({
    act: 'revocation',
    reason: 'loss',
    asker: 'holder',
    caseKind: null,
    idCarta: null,
    happenedAt: now(),
    proof: { kind: 'self-declaration', isSigned: true },
    confirmedEffects: effects(),
    notes: null,
    ...wish,
  });
  const byDocument = ({ person }: Delivered, change: object = {}): RecordRevocationRequest['identified'] => ({
    by: 'document',
    document: DOCUMENT,
    person: { ...person, ...change },
    isFaceConfirmed: true,
    papers: [],
    declarations: [],
    decree: null,
    delegation: null,
  });
  const atDesk = (card: Delivered, wish: Partial<RecordRevocationRequest> = {}) => asked({ identified: byDocument(card), idCarta: card.idCarta, ...wish });
  const byOffice = ({ idCarta }: Delivered) => asked({ identified: { by: 'act' }, asker: 'issuer', reason: 'holder-death', idCarta, happenedAt: null, proof: { kind: 'official-act', office: 'Comune di Massa', actedOn: '2026-01-02', number: '12/2026' }, confirmedEffects: [] });
  const record = async (body: object, as: OperatorClient = operator, key: string = randomUUID()) => as.post('/api/revocations', body, key);
  const recorded = async (body: object, as: OperatorClient = operator) => RevocationReceipt.parse((await as.post('/api/revocations', body).expect(201)).body);
  const viewed = async (id: string, as: OperatorClient = supervisor) => RevocationView.parse((await as.get(`/api/revocations/${id}`).expect(200)).body);
  const attemptsOf = (id: string) => api.database.query<{ transactionId: string; tries: number; endedAt: Date | null }>('select transaction_id as "transactionId", tries, ended_at as "endedAt" from revocation_attempt where request_id = $1 order by asked_at, id', [id]);
  const actsOf = async (id: string) => (await api.database.query<{ act: string }>(`select act from audit_row where subject_id = $1 and act <> 'personal-data.shown' order by position`, [id])).map(({ act }) => act);
  const opened = async (): Promise<CallView> => (await helpDesk.post('/api/calls', { channel: 'phone', callerNumber: null }).expect(201)).body as CallView;

  /** As what carries requests to the authority does. */
  const carried = (id: string, ...states: ('transmitted' | 'accepted' | 'silent' | 'awaiting-supervisor')[]) =>
    api.app.get(UnitOfWork).run(async (transaction) => {
      let row = await transaction.repository(RevocationRepository).held(id);
      for (const to of states) {
        if (!row) throw new Error('no request');
        const moved = await advanceRevocation(transaction, INSTALLATION, row, { to });
        if (!moved.ok) throw new Error(moved.refusal.kind);
        row = moved.value;
      }
      return accept(row);
    });

  describe('at a desk', () => {
    it('let the certificate go at once, with a number that is read back; who comes second is told it', async () => {
      const card = await delivered('ANNA');
      const key = randomUUID();
      const first = await record(atDesk(card), operator, key);
      expect(first.status).toBe(201);
      const receipt = RevocationReceipt.parse(first.body);
      expect(receipt).toMatchObject({ number: 'R26-000001-Y', state: 'verified', standing: 'identified', idCartaLast8: card.idCarta.slice(-8), isOutOfHours: false });
      expect(receipt.spoken).toEqual(['R', '26', '000', '001', 'Y']);
      const another = await record(atDesk(card));
      expect([another.status, codeOf(another), (another.body as { details: object }).details]).toEqual([409, 'revocation-already-asked', { number: receipt.number, state: 'verified' }]);
      expect(await attemptsOf(receipt.id)).toEqual([{ transactionId: expect.stringMatching(/^[0-9a-f]{32}$/) as string, tries: 0, endedAt: null }]);
      expect(await actsOf(receipt.id)).toEqual(['revocation.recorded']);
      const view = await viewed(receipt.id);
      expect(view).toMatchObject({ crlReason: 'keyCompromise', recordedBy: 'L. Bini', way: 'document-at-desk', initials: 'A.R.', canDecide: false, authority: null, moves: [{ from: 'logged', to: 'verified', by: 'L. Bini' }] });
      expect(view.seenAtDesk).toMatchObject({ document: DOCUMENT, person: { surname: 'ROSSI', name: 'ANNA' } });
      expect(view.card).toMatchObject({ idCarta: card.idCarta, certificateSerial: expect.stringMatching(/^([0-9a-f]{2})+$/) as string });
    });

    it('ask what the reason needs, every effect confirmed, and a document of this person', async () => {
      const card = await delivered('BIANCA');
      const refusals = [
        { confirmedEffects: ['final'] },
        { proof: { kind: 'self-declaration', isSigned: false } },
        { happenedAt: null },
        { reason: 'wrong-delivery' },
        { identified: byDocument(card, { surname: 'VERDI', codiceFiscale: null }) },
        { act: 'suspension' },
        { idCarta: '6090000000999999' },
      ] as const;
      const codes: string[] = [];
      for (const wish of refusals) codes.push(codeOf(await record(atDesk(card, wish as Partial<RecordRevocationRequest>))));
      expect(codes).toEqual(['effects-not-confirmed', 'revocation-proof-missing', 'revocation-proof-missing', 'revocation-not-askable', 'decision-missing', 'suspension-off', 'certificate-not-known']);
    });

    it('with the card in the reader need no number, and take its own certificate', async () => {
      const story = await DeskStory.written(api, operator, station, await api.card({ name: 'CARLA' }));
      const holder = (await story.now()).card?.holder;
      await story.scan(story.envelope.outerCode);
      const { surname, name, birthDate, codiceFiscale } = holder ?? { surname: '', name: '', birthDate: '', codiceFiscale: '' };
      const identified = { ...byDocument({ caseId: '', idCarta: '', cip: '', person: { surname, name, birthDate, codiceFiscale } }), by: 'card', insertionId: story.insertionId };
      const receipt = await recorded(asked({ identified: identified as RecordRevocationRequest['identified'], reason: 'code-compromise', happenedAt: null, proof: null }));
      expect(receipt.idCartaLast8).toBe(story.card.idCarta.slice(-8));
      await story.leave();
    });

    it('of a death wait for a supervisor who did not record them, and then go out', async () => {
      const card = await delivered('DARIA');
      const identified = byDocument(card, { name: 'UGO', birthDate: '1975-05-05', codiceFiscale: null });
      const proof = { kind: 'death-certificate', office: 'Comune di Massa', diedOn: '2026-01-02' } as const;
      const receipt = await recorded(atDesk(card, { identified, asker: 'relative', reason: 'holder-death', happenedAt: null, proof, confirmedEffects: [...effectsToRead('revocation', 'holder-death', false)] }), supervisor);
      expect(receipt.state).toBe('logged');
      const { revision, canDecide } = await viewed(receipt.id);
      expect([canDecide, (await viewed(receipt.id, second)).canDecide]).toEqual([false, true]);
      const decision = { decision: 'verify', revision, idCarta: null, reason };
      expect(codeOf(await supervisor.post(`/api/revocations/${receipt.id}/decision`, decision))).toBe('own-revocation-request');
      expect(await attemptsOf(receipt.id)).toEqual([]);
      const ended = await issueCard(await demoCa(), { certificateNotAfter: new Date('2026-01-01T00:00:00Z') });
      const [{ certificate: known } = { certificate: null }] = await api.database.query<{ certificate: Buffer | null }>('select certificate from activation_case where id_carta = $1', [card.idCarta]);
      await api.database.query('update activation_case set certificate = $2 where id_carta = $1', [card.idCarta, Buffer.from(ended.issued.certificateDer)]);
      expect(codeOf(await second.post(`/api/revocations/${receipt.id}/decision`, decision))).toBe('certificate-expired');
      await api.database.query('update activation_case set certificate = $2 where id_carta = $1', [card.idCarta, known]);
      const decided = RevocationView.parse((await second.post(`/api/revocations/${receipt.id}/decision`, decision).expect(200)).body);
      expect(decided).toMatchObject({ state: 'verified', decidedBy: 'A. Neri', crlReason: 'cessationOfOperation' });
      expect(await attemptsOf(receipt.id)).toHaveLength(1);
      expect(codeOf(await second.post(`/api/revocations/${receipt.id}/decision`, decision))).toBe('revocation-changed');
    });
  });

  describe('in a call', () => {
    it('by CIP are about one of the caller’s own cards, and the others stay', async () => {
      const [one, other, strange] = [await delivered('ELENA'), await delivered('ELENA'), await delivered('FABIA')];
      await api.database.query(`update activation_case set holder = jsonb_set(holder, '{codiceFiscale}', to_jsonb($2::text)) where id_carta = $1`, [other.idCarta, codesOf(other.person.codiceFiscale)[1]]);
      const call = await opened();
      const found = (await helpDesk.post(`/api/calls/${call.id}/identification`, { revision: call.revision, ...NOTHING, cip: one.cip, idCarta: one.idCarta }).expect(200)).body as CallView;
      const identified = { by: 'cip', callId: call.id, identificationId: found.identification?.id ?? '' } as const;
      const spoken = { identified, proof: { kind: 'self-declaration', isSigned: false }, confirmedEffects: effects(true) } as const;
      expect(codeOf(await record(asked({ ...spoken, identified: { ...identified, identificationId: randomUUID() } }), helpDesk))).toBe('identification-ended');
      expect(codeOf(await record(asked({ ...spoken, idCarta: strange.idCarta }), helpDesk))).toBe('not-found');
      expect(codeOf(await record(asked({ ...spoken, confirmedEffects: effects() }), helpDesk))).toBe('effects-not-confirmed');
      const receipt = await recorded(asked({ ...spoken, idCarta: other.idCarta, notes: 'Dice 7314098265' }), helpDesk);
      expect(receipt.idCartaLast8).toBe(other.idCarta.slice(-8));
      const stays = await recorded(asked({ ...spoken }), helpDesk);
      expect(stays.idCartaLast8).toBe(one.idCarta.slice(-8));
      const [kept] = await api.database.query<{ notes: string; callId: string }>('select notes, call_id as "callId" from revocation_request where id = $1', [receipt.id]);
      expect([kept?.notes.includes('7314098265'), kept?.callId]).toEqual([false, call.id]);
    });

    it('after five wrong tries are logged for a supervisor, who chooses the card, and block nobody meanwhile', async () => {
      const card = await delivered('GIADA');
      const call = await opened();
      const identified = { by: 'nothing', callId: call.id, ...NOTHING, idCarta: card.idCarta, surname: 'Rossi 7314098265', callBackAt: '333 1234567' } as const;
      const body = asked({ identified, proof: { kind: 'self-declaration', isSigned: false } });
      expect(codeOf(await record(body, helpDesk))).toBe('unverified-too-early');
      await api.database.query('update call_record set may_record_unverified = true where id = $1', [call.id]);
      const receipt = await recorded(body, helpDesk);
      expect(receipt).toMatchObject({ state: 'logged', standing: 'unverified', idCartaLast8: null });
      expect(await attemptsOf(receipt.id)).toEqual([]);
      const view = await viewed(receipt.id);
      expect(view).toMatchObject({ canDecide: true, callBackAt: '333 1234567', told: { idCarta: card.idCarta } });
      expect(await viewed(receipt.id, helpDesk)).toMatchObject({ notes: null, toldPerson: null });
      const holder = await opened();
      const found = (await helpDesk.post(`/api/calls/${holder.id}/identification`, { revision: holder.revision, ...NOTHING, cip: card.cip, idCarta: card.idCarta }).expect(200)).body as CallView;
      expect(found.identification?.cards).toMatchObject([{ idCarta: card.idCarta, openRequest: null }]);
      expect(JSON.stringify(view)).not.toContain('7314098265');
      const owner = await recorded(atDesk(card));
      expect(owner.state).toBe('verified');
      expect((await helpDesk.get(`/api/calls/${holder.id}`)).body).toMatchObject({ identification: { cards: [{ openRequest: owner.number }] } });
      const verify = await supervisor.post(`/api/revocations/${receipt.id}/decision`, { decision: 'verify', revision: view.revision, idCarta: card.idCarta, reason });
      expect([codeOf(verify), (verify.body as { details: { number: string } }).details.number]).toEqual(['revocation-already-asked', owner.number]);
      const rejected = RevocationView.parse((await supervisor.post(`/api/revocations/${receipt.id}/decision`, { decision: 'reject', revision: view.revision, cause: 'already-requested', reason }).expect(200)).body);
      expect(rejected).toMatchObject({ state: 'rejected', moves: [{ to: 'rejected', cause: 'already-requested', by: 'P. Sarti' }] });
      expect(await actsOf(receipt.id)).toEqual(['revocation.recorded', 'revocation.rejected']);
    });
  });

  it('of somebody not recognised show whether the card is of whom they said to be, and go out for the right card alone', async () => {
    const [card, strangers] = [await delivered('NINFA'), await delivered('OTTAVIA')];
    const call = await opened();
    await api.database.query('update call_record set may_record_unverified = true where id = $1', [call.id]);
    const told = { ...NOTHING, codiceFiscale: card.person.codiceFiscale, idCarta: strangers.idCarta };
    const identified = { by: 'nothing', callId: call.id, ...told, callBackAt: '333 1234567' } as const;
    const receipt = await recorded(asked({ identified, proof: { kind: 'self-declaration', isSigned: false }, notes: 'Portafoglio sul treno' }), helpDesk);
    const { revision, toldPerson, notes } = await viewed(receipt.id);
    expect([toldPerson, notes]).toEqual(['other', 'Portafoglio sul treno']);
    const verify = (idCarta: string) => supervisor.post(`/api/revocations/${receipt.id}/decision`, { decision: 'verify', revision, idCarta, reason });
    expect(codeOf(await verify(strangers.idCarta))).toBe('wrong-card');
    const verified = RevocationView.parse((await verify(card.idCarta).expect(200)).body);
    expect(verified).toMatchObject({ state: 'verified', toldPerson: 'holder', card: { idCarta: card.idCarta } });
  });

  it('on the public page are the same, at any hour, and answer alike whichever part is wrong', async () => {
    const card = await delivered('IDA');
    const ask = (body: object, path = '') => supertest(api.url).post(`/api/public/revocations${path}`).send(body);
    const part = { reason: 'theft', caseKind: null, happenedAt: now(), proof: { kind: 'self-declaration', isSigned: false }, confirmedEffects: effects(true) };
    const { cip, idCarta } = card;
    const incomplete = await ask({ ...NOTHING, ...part, cip, idCarta, confirmedEffects: [] });
    expect(codeOf(incomplete)).toBe('effects-not-confirmed');
    expect(await api.database.query('select 1 from cip_try')).toEqual([]);
    const wrong = [await ask({ ...NOTHING, ...part, cip: '0000000000', idCarta }), await ask({ ...NOTHING, ...part, cip, idCarta: '6090000000000018' })];
    expect(wrong.map((answer) => [answer.status, codeOf(answer)])).toEqual([[403, 'cip-mismatch'], [403, 'cip-mismatch']]);
    expect(codeOf(await ask({ ...NOTHING, ...part, idCarta, callBackAt: '333 1234567' }, '/unverified'))).toBe('unverified-too-early');
    await api.database.query('delete from cip_try');
    const receipt = RevocationReceipt.parse((await ask({ ...NOTHING, ...part, cip, idCarta }).expect(201)).body);
    expect(receipt).toMatchObject({ state: 'verified', reason: 'theft' });
    const again = await ask({ ...NOTHING, ...part, cip, idCarta });
    expect([codeOf(again), (again.body as { details: { number: string } }).details.number]).toEqual(['revocation-already-asked', receipt.number]);
    expect(await viewed(receipt.id)).toMatchObject({ recordedBy: null, way: 'cip-on-public-page' });
    expect(await api.database.query(`select actor from audit_row where subject_id = $1 and act = 'revocation.recorded'`, [receipt.id])).toEqual([{ actor: 'nobody' }]);
    for (let tried = 0; tried < 5; tried += 1) {
      api.clock.pass({ seconds: 900 });
      await ask({ ...NOTHING, ...part, cip: '0000000000', idCarta }).expect(403);
    }
    const late = await ask({ ...NOTHING, ...part, cip: '0000000000', idCarta });
    expect([codeOf(late), (late.body as { details: object }).details]).toMatchObject(['too-many-attempts', { mayRecordUnverified: true }]);
    // Whoever shares the network, and tells another card, waits for nobody else's slips; another browser is nobody new.
    expect(codeOf(await ask({ ...NOTHING, ...part, cip, idCarta: '6090000000000026' }))).toBe('cip-mismatch');
    expect(codeOf(await ask({ ...NOTHING, ...part, cip, idCarta }).set('user-agent', 'another'))).toBe('too-many-attempts');
    expect(codeOf(await ask({ ...NOTHING, ...part, idCarta: '6090000000000026', callBackAt: '333 1234567' }, '/unverified'))).toBe('unverified-too-early');
    const unverifiedAt = (callBackAt: string) => ask({ ...NOTHING, ...part, idCarta, callBackAt }, '/unverified');
    const unverified = RevocationReceipt.parse((await unverifiedAt('333 1234567').expect(201)).body);
    expect(unverified).toMatchObject({ state: 'logged', standing: 'unverified', idCartaLast8: null });
    expect(RevocationReceipt.parse((await unverifiedAt('333 1234567').expect(201)).body)).toEqual(unverified);
    for (let other = 1; other < UNVERIFIED_A_DAY.onClaim; other += 1) await unverifiedAt(`333 000000${other}`).expect(201);
    expect(codeOf(await unverifiedAt('333 0000009'))).toBe('unverified-too-many');
    expect(RevocationReceipt.parse((await unverifiedAt('333 1234567').expect(201)).body)).toEqual(unverified);
    expect(await api.database.query('select count(*)::int as kept from revocation_request where standing = $1 and way = $2', ['unverified', 'cip-on-public-page'])).toEqual([{ kept: UNVERIFIED_A_DAY.onClaim }]);
    // Each request leaves a call of no desk, which the help desk finds, also among the earlier ones of whoever is recognised.
    const { calls } = CallsView.parse((await helpDesk.get('/api/calls?state=closed').expect(200)).body);
    const byPage = calls.filter(({ channel }) => channel === 'public-page');
    expect([byPage.length, byPage.at(-1)]).toMatchObject([1 + UNVERIFIED_A_DAY.onClaim, { category: 'lost-or-stolen', outcome: 'request-recorded', requestNumber: receipt.number }]);
    await api.database.query('delete from cip_try');
    const call = await opened();
    const found = (await helpDesk.post(`/api/calls/${call.id}/identification`, { revision: call.revision, ...NOTHING, cip, idCarta }).expect(200)).body as CallView;
    expect(found.earlier).toMatchObject([{ id: byPage.at(-1)?.id, channel: 'public-page', requestNumber: receipt.number }]);
    expect((await helpDesk.get(`/api/calls/${byPage.at(-1)?.id}`).expect(200)).body).toMatchObject({ openedBy: null, identification: null, state: 'closed' });
  });

  it('after a wrong delivery show the hour, and the envelope’s CIP speaks for nobody any more', async () => {
    const card = await delivered('LIA');
    const { revision } = await operator.case(card.caseId);
    const happenedAt = now();
    const receipt = RevocationReceipt.parse((await operator.post(`/api/cases/${card.caseId}/wrong-delivery`, { revision, happenedAt, what: 'codes', notes: null }).expect(201)).body);
    expect(receipt).toMatchObject({ state: 'logged', reason: 'wrong-delivery' });
    expect(await viewed(receipt.id)).toMatchObject({ isBreach: true, happenedAt: `${happenedAt.slice(0, 19)}.000Z`, canDecide: true, asker: 'desk' });
    expect(await api.database.query('select cip_verifier from intent where case_id = $1 and voided_at is null', [card.caseId])).toEqual([{ cip_verifier: null }]);
    expect(await actsOf(receipt.id)).toEqual(['revocation.recorded']);
    const { requests } = (await helpDesk.get('/api/help-desk').expect(200)).body as HelpDeskView;
    const open = await api.database.query<{ is_breach: boolean }>(`select is_breach from revocation_request where state = 'logged'`);
    expect([requests.toDecide, requests.breaches]).toEqual([open.length, open.filter((each) => each.is_breach).length]);
    const day = now().slice(0, 10);
    const lines = (await supervisor.get(`/api/revocations/export.csv?from=${day}&to=${day}&breaches=only`).expect(200)).text.trim().split('\r\n');
    expect(lines.slice(1)).toEqual([expect.stringContaining(receipt.number)]);
    expect(lines[1]?.split(/[;,]/).slice(-4, -2)).toEqual([`"${happenedAt.slice(0, 19)}.000Z"`, '"codes"']);
    const again = await operator.post(`/api/cases/${card.caseId}/wrong-delivery`, { revision, happenedAt, what: 'codes', notes: null });
    expect([codeOf(again), (again.body as { details: object }).details]).toEqual(['revocation-already-asked', { number: receipt.number, state: 'logged' }]);
  });

  it.each(['asked-before', 'revoked', 'waiting-for-another-reason'] as const)('a wrong delivery is recorded, with the CIP gone, for a card that is %s', async (standing) => {
    const card = await delivered('LUPA');
    if (standing === 'revoked') await api.database.query(`update card set state = 'revoked' where id_carta = $1`, [card.idCarta]);
    if (standing === 'asked-before') await recorded(atDesk(card));
    if (standing === 'waiting-for-another-reason') await recorded(byOffice(card), second);
    const { revision } = await operator.case(card.caseId);
    const told = { revision, happenedAt: now(), what: 'both', notes: 'Buste scambiate' };
    const receipt = RevocationReceipt.parse((await operator.post(`/api/cases/${card.caseId}/wrong-delivery`, told).expect(201)).body);
    expect(await viewed(receipt.id)).toMatchObject({ state: 'logged', isBreach: true, wronglyDelivered: 'both', notes: 'Buste scambiate', canDecide: true });
    expect(await api.database.query('select cip_verifier from intent where case_id = $1 and voided_at is null', [card.caseId])).toEqual([{ cip_verifier: null }]);
    const { revision: seen } = await viewed(receipt.id);
    const decide = (body: object) => supervisor.post(`/api/revocations/${receipt.id}/decision`, { revision: seen, reason, ...body });
    const refusals = { 'asked-before': 'revocation-already-asked', revoked: 'forbidden-transition', 'waiting-for-another-reason': null } as const;
    if (refusals[standing]) expect(codeOf(await decide({ decision: 'verify', idCarta: null }))).toBe(refusals[standing]);
    expect((await decide({ decision: 'reject', cause: 'nothing-to-revoke' }).expect(200)).body).toMatchObject({ state: 'rejected', isBreach: true });
  });

  it('by an office’s act are a supervisor’s, after a death or ex officio, and another supervisor’s to decide', async () => {
    const card = await delivered('LENA');
    expect(codeOf(await record({ ...byOffice(card), proof: null }, supervisor))).toBe('revocation-proof-missing');
    expect(codeOf(await record({ ...byOffice(card), reason: 'lost-case' }, supervisor))).toBe('revocation-not-askable');
    const receipt = await recorded(byOffice(card), supervisor);
    expect(receipt).toMatchObject({ state: 'logged', reason: 'holder-death' });
    const view = await viewed(receipt.id, second);
    expect(view).toMatchObject({ asker: 'issuer', way: 'official-act', approval: 'supervisor', proof: { kind: 'official-act', number: '12/2026' }, canDecide: true });
    expect((await second.post(`/api/revocations/${receipt.id}/decision`, { decision: 'verify', revision: view.revision, idCarta: null, reason }).expect(200)).body).toMatchObject({ state: 'verified', moves: [{ reason }] });
    const officio = await delivered('LARA');
    expect(await recorded({ ...byOffice(officio), reason: 'ex-officio' }, supervisor)).toMatchObject({ state: 'logged', reason: 'ex-officio' });
  });

  it('once seen revoked end, and the card’s register says so', async () => {
    const card = await delivered('MARA');
    const receipt = await recorded(atDesk(card));
    await carried(receipt.id, 'transmitted', 'accepted');
    await api.app.get(UnitOfWork).run(async (transaction) => {
      const row = await transaction.repository(RevocationRepository).held(receipt.id);
      return row ? confirmRevocation(transaction, INSTALLATION, row, { by: 'ocsp', revokedAt: transaction.now }) : undefined;
    });
    expect(await api.database.query('select state from card where id_carta = $1', [card.idCarta])).toEqual([{ state: 'revoked' }]);
    const view = await viewed(receipt.id);
    expect(view).toMatchObject({ state: 'confirmed', age: 'ended' });
    expect(Object.values(view.times)).not.toContain(null);
    expect((await attemptsOf(receipt.id)).map(({ endedAt }) => endedAt === null)).toEqual([false]);
    expect(await actsOf(receipt.id)).toEqual(['revocation.recorded', 'revocation.transmitted', 'revocation.accepted', 'revocation.confirmed']);
    const again = await record(atDesk(card));
    expect([codeOf(again), (again.body as { details: object }).details]).toEqual(['revocation-already-asked', { number: receipt.number, state: 'confirmed' }]);
  });

  it('that got stuck are sent anew under another transaction, or end, by a supervisor’s word', async () => {
    const card = await delivered('NORA');
    const receipt = await recorded(atDesk(card));
    await carried(receipt.id, 'transmitted', 'silent', 'awaiting-supervisor');
    const { revision, canResolve } = await viewed(receipt.id);
    expect(canResolve).toBe(true);
    await api.database.query(`update revocation_attempt set authority = 'cmp', answer_words = 'non di questa CA' where request_id = $1`, [receipt.id]);
    expect([(await viewed(receipt.id)).authority?.words, (await viewed(receipt.id, helpDesk)).authority?.words]).toEqual(['non di questa CA', null]);
    const resolve = (body: object) => supervisor.post(`/api/revocations/${receipt.id}/resolution`, body);
    await api.database.query(`update operator set codice_fiscale = $1 where username = 'sarti'`, [card.person.codiceFiscale]);
    expect(codeOf(await resolve({ revision, cause: 'sent-anew', reason }))).toBe('own-card');
    expect(codeOf(await supervisor.post('/api/revocation-lots', { cards: [card.idCarta], reason }))).toBe('own-card');
    await api.database.query(`update operator set codice_fiscale = null where username = 'sarti'`);
    const sent = RevocationView.parse((await resolve({ revision, cause: 'sent-anew', reason }).expect(200)).body);
    expect(sent.state).toBe('transmitted');
    const attempts = await attemptsOf(receipt.id);
    expect(attempts.map(({ endedAt }) => endedAt !== null)).toEqual([true, false]);
    expect(new Set(attempts.map(({ transactionId }) => transactionId)).size).toBe(2);
    expect(codeOf(await resolve({ revision: sent.revision, cause: 'withdrawn', reason }))).toBe('forbidden-transition');
    await carried(receipt.id, 'accepted', 'awaiting-supervisor');
    const { revision: late } = await viewed(receipt.id);
    expect(RevocationView.parse((await resolve({ revision: late, cause: 'seen-revoked', reason }).expect(200)).body)).toMatchObject({ state: 'confirmed', canResolve: false });
    expect(await api.database.query('select state from card where id_carta = $1', [card.idCarta])).toEqual([{ state: 'revoked' }]);
  });

  it('are listed by how long they wait, found by their number, and exported without a name', async () => {
    const card = await delivered('OLGA');
    const receipt = await recorded(atDesk(card));
    const search = async (body: object) => RevocationsView.parse((await helpDesk.post('/api/revocations/search', body).expect(200)).body);
    const all = await search({});
    expect(all.requests.map(({ since }) => since)).toEqual(all.requests.map(({ since }) => since).sort());
    expect(all.requests.at(-1)).toMatchObject({ id: receipt.id, age: 'in-time' });
    const [moved] = all.requests.slice(-2);
    await api.database.query(`update revocation_request set since = since + interval '1 hour' where id = $1`, [moved?.id]);
    expect((await search({ after: { since: moved?.since, id: moved?.id } })).requests.map(({ id }) => id)).toEqual([receipt.id, moved?.id]);
    await api.database.query(`update revocation_request set since = since - interval '1 hour' where id = $1`, [moved?.id]);
    expect((await search({ number: receipt.number.toLowerCase() })).requests.map(({ id }) => id)).toEqual([receipt.id]);
    expect((await search({ number: 'R26-1' })).requests).toEqual([]);
    api.clock.pass({ seconds: 600 });
    expect((await search({ ages: ['late'] })).requests.map(({ id }) => id)).toContain(receipt.id);
    expect((await search({ ages: ['in-time'], states: ['verified'] })).requests.map(({ id }) => id)).not.toContain(receipt.id);
    const day = now().slice(0, 10);
    const csv = (await supervisor.get(`/api/revocations/export.csv?from=${day}&to=${day}`).expect(200)).text;
    expect(csv).toContain(receipt.number);
    expect(csv).not.toContain('OLGA');
    // Those that have not ended, of all days, each with its age by the service levels.
    const open = async () => (await helpDesk.get('/api/revocations/export.csv?open=only').expect(200)).text.trim().split('\r\n');
    expect((await open()).find((line) => line.includes(receipt.number))).toMatch(/late"?$/);
    expect((await open()).slice(1).every((line) => !/"(confirmed|rejected)"/.test(line))).toBe(true);
    await api.database.query(`update revocation_request set state = 'rejected' where id = $1`, [receipt.id]);
    expect((await open()).filter((line) => line.includes(receipt.number))).toEqual([]);
    await api.database.query(`update revocation_request set state = 'verified' where id = $1`, [receipt.id]);
    expect(codeOf(await operator.get(`/api/revocations/${receipt.id}`))).toBe('forbidden');
  });

  it('at a desk are printed with their number, at that desk alone', async () => {
    const card = await delivered('QUINTA');
    const receipt = await recorded(atDesk(card));
    await operator.post(`/api/revocations/${receipt.id}/paper`, { language: 'it' }).expect(202);
    const [job] = await api.database.query<{ message: { text: object } }>(`select message from job where paper = 'revocation-receipt' and state = 'pending'`);
    expect(job?.message.text).toMatchObject({ requestNumber: receipt.number, recordedAt: receipt.recordedAt, reason: 'loss', isDecided: true });
    expect(codeOf(await (await api.signIn('carli')).post(`/api/revocations/${receipt.id}/paper`, { language: 'it' }))).toBe('not-found');
  });

  it('at a desk are declared on paper before they are recorded: a theft or a loss, to be signed, for whoever prints papers alone', async () => {
    const { person, idCarta } = await delivered('SESTA');
    const told = { language: 'it', reason: 'theft', happenedAt: now(), isHolder: true, idCarta, person, document: { type: DOCUMENT.type, number: DOCUMENT.number } };
    const { paperId } = OrderedPaper.parse((await operator.post('/api/revocations/declaration/paper', told).expect(202)).body);
    const [job] = await api.database.query<{ message: { text: object } }>('select message from job where id = $1', [paperId]);
    expect(job?.message.text).toEqual({
      paper: 'revocation-declaration',
      reason: 'theft',
      happenedAt: told.happenedAt,
      isHolder: true,
      declarant: { fullName: `${person.surname} ${person.name}`, sex: null, birthDate: person.birthDate, birthPlace: '', codiceFiscale: person.codiceFiscale },
      document: { type: 'cie', last4: '45AB' },
      idCartaLast8: idCarta.slice(-8),
    });
    expect(codeOf(await operator.post('/api/revocations/declaration/paper', { ...told, reason: 'malfunction' }))).toBe('invalid-request');
    expect(codeOf(await helpDesk.post('/api/revocations/declaration/paper', told))).toBe('forbidden');
  });

  const lotNow = async (id: string) => RevocationLotsView.parse((await supervisor.get('/api/revocation-lots').expect(200)).body).lots.find((lot) => lot.id === id);
  const lotDone = async (id: string) => {
    await api.until(async () => (await lotNow(id))?.state === 'done');
    return lotNow(id);
  };

  it('of a bad lot take two supervisors, and the very list of the dry run', async () => {
    const cards = [await delivered('PIA'), await delivered('RITA')].map(({ idCarta }) => idCarta);
    const list = [...cards, '6090000000999999'];
    const tried = RevocationLotView.parse((await supervisor.post('/api/revocation-lots', { cards: [...list, ...cards], reason: 'Chip difettosi della fornitura' }).expect(201)).body);
    expect(tried).toMatchObject({ state: 'dry-run', cards: 3, toRevoke: 2, unknown: 1, isOwn: true, canConfirm: false });
    expect(await api.database.query('select 1 from revocation_request where lot_id = $1', [tried.id])).toEqual([]);
    const confirm = (as: OperatorClient, body: object = {}) => as.post(`/api/revocation-lots/${tried.id}/confirmation`, { revision: 1, cards: list, ...body });
    expect((await confirm(supervisor)).body).toMatchObject({ code: 'lot-not-revocable', details: { because: 'same-person' } });
    expect((await confirm(second, { cards })).body).toMatchObject({ code: 'lot-not-revocable', details: { because: 'list-changed' } });
    const gone = RevocationLotView.parse((await confirm(second, { cards: [...list].reverse() }).expect(200)).body);
    expect(gone).toMatchObject({ state: 'asked', confirmedBy: 'A. Neri' });
    expect(await lotDone(gone.id)).toMatchObject({ state: 'done', left: 0, toRevoke: 2, unknown: 1 });
    const requests = await api.database.query<{ state: string; crl_reason: string }>('select state, crl_reason from revocation_request where lot_id = $1', [tried.id]);
    expect(requests).toEqual([{ state: 'verified', crl_reason: 'superseded' }, { state: 'verified', crl_reason: 'superseded' }]);
    expect((await confirm(second)).body).toMatchObject({ code: 'revocation-changed' });
  });

  it('of a large lot go a few cards at a time: and what somebody else is asking for waits for its turn', async () => {
    const { idCarta } = await delivered('TERESA');
    // More than the server's own limit of a message.
    const list = [idCarta, ...Array.from({ length: 4_000 }, (_, index) => `6091${String(index).padStart(12, '0')}`)];
    const tried = RevocationLotView.parse((await supervisor.post('/api/revocation-lots', { cards: list, reason: 'Fornitura difettosa' }).expect(201)).body);
    expect(tried).toMatchObject({ cards: 4_001, toRevoke: 1, unknown: 4_000 });
    // Another desk asks for the certificate at this moment.
    const [known] = await api.database.query<{ certificate: Buffer }>('select certificate from activation_case where id_carta = $1', [idCarta]);
    const certificate = certificateOf({ certificate: known?.certificate ?? null });
    const caller = new pg.Client({ connectionString: api.database.ownerUrl });
    await caller.connect();
    await caller.query(`select pg_advisory_lock(hashtextextended(encode($1, 'hex') || $2, 0))`, [certificate?.certificateIssuer, certificate?.certificateSerial]);
    await second.post(`/api/revocation-lots/${tried.id}/confirmation`, { revision: 1, cards: list }).expect(200);
    await api.until(async () => (await lotNow(tried.id))?.left === 1);
    expect((await lotNow(tried.id))?.state).toBe('asked');
    await caller.end();
    expect(await lotDone(tried.id)).toMatchObject({ toRevoke: 1, unknown: 4_000 });
    expect(await api.database.query('select 1 from revocation_lot_card')).toEqual([]);
  });

  it('of a lot that was tried wrongly are withdrawn with the trial', async () => {
    const tried = RevocationLotView.parse((await supervisor.post('/api/revocation-lots', { cards: ['6090000000999999'], reason: 'Elenco sbagliato' }).expect(201)).body);
    await second.post(`/api/revocation-lots/${tried.id}/withdrawal`, { revision: 1 }).expect(200);
    expect((await second.post(`/api/revocation-lots/${tried.id}/confirmation`, { revision: 2, cards: ['6090000000999999'] })).body).toMatchObject({ code: 'lot-not-revocable', details: { because: 'no-dry-run' } });
  });

  describe('as they move', () => {
    it('are hinted at to the help desk, which hears nothing else of a desk, and to nobody who may not read them', async () => {
      const card = await delivered('IRMA');
      const [hears, atDesk1, watches, keeps] = await Promise.all([helpDesk.sessionEvents(), operator.events(), supervisor.events(), (await api.signIn('admin')).sessionEvents()]);
      const call = await opened();
      const { id } = await recorded(atDesk(card));
      await carried(id, 'transmitted');
      await carried(id, 'accepted');
      const insertionId = await station.insert(await api.card());
      await station.remove(insertionId);
      const isHint = ({ event }: { readonly event: string }) => event === EVENT_DESK;
      const hints: unknown[] = [];
      for (let count = 0; count < 5; count += 1) hints.push((await hears.next(isHint)).data);
      const moved = { topic: 'revocation', requestId: id };
      expect(hints).toEqual([{ topic: 'session' }, { topic: 'call', callId: call.id }, moved, moved, moved]);
      await expect(hears.next(isHint, 200)).rejects.toThrow('no such event came');
      await watches.next(({ data }) => (data as { readonly topic: string }).topic === 'revocation');
      const isOfHelpDesk = ({ data }: { readonly data: unknown }) => ['call', 'revocation'].includes((data as { readonly topic: string }).topic);
      await expect(atDesk1.next(isOfHelpDesk, 0)).rejects.toThrow('no such event came');
      await expect(keeps.next(isOfHelpDesk, 0)).rejects.toThrow('no such event came');
      for (const stream of [hears, atDesk1, watches, keeps]) stream.close();
    });
  });
});
