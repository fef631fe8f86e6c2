// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CallView, EvidenceView, RetentionView } from '@sportello/contracts';
import { RETENTION_CLASSES, RETENTION_RULES } from '@sportello/domain';
import { X509Certificate } from 'node:crypto';
import pg from 'pg';
import sharp from 'sharp';
import { VISITS, application } from '../../testing/applications';
import { DeskStory } from '../../testing/desk-story';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import type { StationClient } from '../../testing/station-client';
import { putOutRequests } from '../../testing/open-requests';
import { PASSWORD, TestApi } from '../../testing/test-api';
import { UnitOfWork } from '../database/unit-of-work';
import { Housekeeping } from '../housekeeping/housekeeping';

const DOCUMENT_NUMBER = 'CA12345AB';
const picture = () => sharp({ create: { width: 64, height: 48, channels: 3, background: '#884422' } }).jpeg().toBuffer();
const daysOf = (name: (typeof RETENTION_CLASSES)[number]) => RETENTION_RULES[name].proposedDays;

describe('what has been kept for its term', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let station: StationClient;

  beforeEach(async () => {
    api = await TestApi.start();
    [operator, station] = await Promise.all([api.signIn(), api.station()]);
  });
  afterEach(() => api.close());

  const keepHouse = () => api.app.get(Housekeeping).run();
  const auditRows = () => api.database.query<{ position: string; act: string; case_id: string | null; details: Record<string, unknown> }>('select position, act, actor, operator_id, case_id, at, details from audit_row order by position');
  const erasures = async () => (await auditRows()).filter(({ act }) => act === 'retention.erased').map(({ details }) => details);
  const addTo = async (story: DeskStory, paper: string) => ((await operator.postBytes(`/api/cases/${story.id}/evidence/${paper}`, await picture()).expect(201)).body as EvidenceView).files.at(-1)?.id ?? '';

  async function delivered(): Promise<DeskStory> {
    const story = await DeskStory.written(api, operator, station);
    await story.scan(story.envelope.outerCode);
    return story;
  }

  /** Every value of every table, as the owner reads it, where one of the needles stands. */
  async function placesOf(needles: readonly string[]): Promise<readonly string[]> {
    const tables = await api.database.query<{ name: string }>(`select table_name as name from information_schema.tables where table_schema = 'public'`);
    const forms = needles.flatMap((needle) => [needle.toLowerCase(), Buffer.from(needle).toString('hex'), Buffer.from(needle).toString('base64url').slice(0, -1).toLowerCase()]);
    const found = await Promise.all(
      tables.map(async ({ name }) => {
        const [row] = await api.database.query<{ text: string }>(`select coalesce(lower(string_agg(t::text, ' ')), '') as text from ${name} t`);
        return forms.filter((form) => row?.text.includes(form)).map((form) => `${name}: ${form}`);
      }),
    );
    return found.flat();
  }

  it('is erased class by class, while the log stays as it was and still tells who did what on which case', async () => {
    const story = await delivered();
    const [copy, form] = [await addTo(story, 'applicant-identity-document'), await addTo(story, 'signed-form')];
    await story.leave();
    const before = await auditRows();
    const { surname, name, codiceFiscale } = story.card.holder;
    const needles = [surname, name, codiceFiscale.value, DOCUMENT_NUMBER];
    expect((await placesOf(needles)).length).toBeGreaterThan(3);

    api.clock.pass({ days: daysOf('applicant-identity-document') - 1 });
    await keepHouse();
    expect(await erasures()).toEqual([]);
    api.clock.pass({ days: 2 });
    await keepHouse();
    expect(await erasures()).toEqual([{ class: 'applicant-identity-document', days: 365, count: 1, caseIds: [story.id], fileIds: [copy] }]);
    operator = await api.signIn();
    expect(codeOf(await operator.get(`/api/cases/${story.id}/evidence/${copy}`).expect(410))).toBe('evidence-gone');
    await operator.get(`/api/cases/${story.id}/evidence/${form}`).expect(200);

    api.clock.pass({ days: daysOf('identification') });
    await keepHouse();
    await keepHouse();
    expect((await erasures()).slice(1)).toEqual([
      { class: 'identification', days: 3650, count: 1, caseIds: [story.id] },
      { class: 'signed-form', days: 3650, count: 1, caseIds: [story.id], fileIds: [form] },
    ]);

    expect(await placesOf(needles)).toEqual([]);
    const after = await auditRows();
    expect(after.slice(0, before.length)).toEqual(before);
    const acts = after.filter(({ case_id }) => case_id === story.id).map(({ act }) => act);
    expect(acts).toEqual(expect.arrayContaining(['case.opened', 'case.identified', 'case.written', 'case.delivered', 'evidence.added', 'evidence.looked-at']));
  });

  it('is erased of whoever came for the holder, too: cards, decree, delegation, and the names on them', async () => {
    const visit = VISITS['health-delegate'];
    const [card, delegate] = [await api.card(visit.holder), await api.unknownCard(visit.applicant ?? {})];
    const insertionId = await station.insert(card);
    const view = await operator.open(insertionId, { kind: 'health-delegate' });
    const shown = { state: 'seen', idCartaLast8: delegate.idCarta.slice(-8), codiceFiscale: delegate.holder.codiceFiscale.value } as const;
    await operator.act(await operator.act(view, 'identification', application(view, delegate, null, { applicantCard: shown })), 'envelope/void', { reason: 'sheet-missing' });
    await operator.act(await operator.case(view.id), 'abandonment');
    await station.remove(insertionId);
    const { surname, name, codiceFiscale } = delegate.holder;
    const needles = [surname, name, codiceFiscale.value, 'CB54321AA', DOCUMENT_NUMBER];
    expect((await placesOf(needles)).some((place) => place.startsWith('case_application'))).toBe(true);
    api.clock.pass({ days: daysOf('identification') + 1 });
    await keepHouse();
    expect(await placesOf(needles)).toEqual([]);
    expect(await api.database.query('select quality from case_application where case_id = $1', [view.id])).toEqual([{ quality: 'delegate' }]);
  });

  it('leaves of an identification the type of document, its last four and who identified when, and of the proof the key that checks it', async () => {
    const story = await delivered();
    await story.leave();
    const [proof] = await api.database.query<{ certificate: Buffer }>('select certificate from proof where case_id = $1', [story.id]);
    const key = new X509Certificate(proof?.certificate ?? Buffer.alloc(0)).publicKey.export({ type: 'spki', format: 'der' });
    const identifiedAt = (await api.database.query<{ at: Date }>('select identified_at as at from identity_document'))[0]?.at;
    api.clock.pass({ days: daysOf('identification') + 1 });
    await keepHouse();
    expect(await api.database.query('select e.document_type, e.number_last4, o.username, e.identified_at from erased_identification e join operator o on o.id = e.identified_by')).toEqual([
      { document_type: 'cie', number_last4: '45AB', username: 'bini', identified_at: identifiedAt },
    ]);
    expect(await api.database.query('select certificate, public_key from proof')).toEqual([{ certificate: null, public_key: key }]);
    expect(await api.database.query('select mode_of_activation from card where id_carta = $1', [story.card.idCarta])).toEqual([{ mode_of_activation: 'direct' }]);
    operator = await api.signIn();
    expect(await operator.case(story.id)).toMatchObject({ state: 'delivered', initials: '', document: null });
    expect(codeOf(await operator.post(`/api/cases/${story.id}/form`, { revision: (await operator.case(story.id)).revision }).expect(410))).toBe('evidence-gone');
  });

  it('is not erased while the case is open, its card has an open one, a follow-up was decided, or its sheet has to be explained', async () => {
    const story = await delivered();
    await addTo(story, 'delegation');
    const erasedCases = async () => (await api.database.query<{ id: string }>('select id from activation_case where erased_at is not null')).length;
    const later = () => api.clock.pass({ days: daysOf('identification') + 1 });
    const set = (sql: string) => api.database.query(sql, [story.id]);
    later();

    await set(`update activation_case set state = 'undelivered' where id = $1`);
    await keepHouse();
    await set(`update activation_case set state = 'lost' where id = $1`);
    await api.database.query(
      `insert into case_decision (id, case_id, operator_id, decision, reason, follow_up, at) select gen_random_uuid(), $1, opened_by, 'close-as-lost', 'Signora Rossi non torna', 'revocation', opened_at from activation_case where id = $1`,
      [story.id],
    );
    await keepHouse();
    await api.database.query('alter table case_decision disable trigger user');
    await api.database.query('update case_decision set follow_up = null');
    await api.database.query('alter table case_decision enable trigger user');
    await api.database.query(
      `insert into custody_matter (id, desk_id, kind, state, day, opened_at, ranges, is_stopping) select gen_random_uuid(), desk_id, 'count-differs', 'open', '2026-11-24', opened_at, '[{"first":"000419","last":"000420"}]', false from activation_case where id = $1`,
      [story.id],
    );
    await keepHouse();
    expect([await erasedCases(), await erasures()]).toEqual([0, []]);

    await api.database.query('delete from custody_matter');
    await keepHouse();
    expect(await erasedCases()).toBe(1);
    expect((await erasures()).map(({ class: name }) => name)).toEqual(['identification', 'delegation']);
    expect(await api.database.query('select reason from case_decision')).toEqual([{ reason: '' }]);
    await expect(api.database.query(`update case_decision set reason = 'altro'`)).rejects.toThrow('only the words may go');
  });

  it('takes the words that people wrote about a case with it', async () => {
    const story = await delivered();
    await story.leave();
    const by = `(select opened_by from activation_case where id = $1)`;
    await api.database.query(`insert into case_approval (id, case_id, state, asked_by, asked_at, expires_at, decided_by, decided_at, signed_at, reason) values (gen_random_uuid(), $1, 'refused', ${by}, now(), now(), (select id from operator where username = 'sarti'), now(), 'own-page', 'La signora Rossi torna domani')`, [story.id]);
    await api.database.query(`insert into case_hand_over (id, case_id, from_operator, to_operator, note, revision, at) values (gen_random_uuid(), $1, ${by}, ${by}, 'Rossi aspetta fuori', 1, now())`, [story.id]);
    await api.database.query(`insert into case_correction (id, case_id, field, value, reason, corrected_by, at) values (gen_random_uuid(), $1, 'person-surname', 'Rossi', 'Letto male', ${by}, now())`, [story.id]);
    expect((await placesOf(['Rossi'])).map((place) => place.split(':')[0])).toEqual(expect.arrayContaining(['case_approval', 'case_correction', 'case_hand_over']));
    api.clock.pass({ days: daysOf('identification') + 1 });
    await keepHouse();
    expect(await placesOf(['Rossi'])).toEqual([]);
  });

  it('calls off a paper of the case that no station ever fetched', async () => {
    const story = await delivered();
    await operator.post(`/api/cases/${story.id}/papers`, { paper: 'receipt', language: 'it' }).expect(200);
    await story.leave();
    const { surname } = story.card.holder;
    const papers = () => api.database.query<{ state: string }>(`select state from job where case_id = $1 and paper = 'receipt'`, [story.id]);
    expect([await papers(), (await placesOf([surname])).some((place) => place.startsWith('job'))]).toEqual([[{ state: 'pending' }], true]);
    api.clock.pass({ days: daysOf('identification') + 1 });
    await keepHouse();
    expect([await papers(), await placesOf([surname])]).toEqual([[{ state: 'cancelled' }], []]);
  });

  it('is all that hangs on a case: whoever adds a table says whether it is erased or names nobody', async () => {
    const erased = ['activation_case', 'identity_document', 'proof', 'case_decision', 'station_change', 'case_approval', 'case_application', 'case_correction', 'case_hand_over', 'evidence_file', 'revocation_request'];
    const namingNobody = ['audit_row', 'erased_identification', 'intent', 'job', 'sheet', 'sheet_movement', 'case_declaration', 'case_paper', 'filed_paper'];
    const found = await api.database.query<{ name: string }>(`select distinct table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'case_id'`);
    expect(found.map(({ name }) => name).filter((name) => ![...erased, ...namingNobody].includes(name))).toEqual([]);
  });

  it('is erased some at a time, each time told, and by one copy of the API at a time', async () => {
    await api.database.query(
      `insert into visit (id, desk_id, station_id, insertion_id, reason, at) select gen_random_uuid(), s.desk_id, s.id, gen_random_uuid(), 'no-chip', '2026-11-24T09:00:00Z' from station s, generate_series(1, 250) limit 250`,
    );
    api.clock.pass({ days: daysOf('visit') + 1 });
    const other = new pg.Client({ connectionString: api.database.ownerUrl });
    await other.connect();
    await other.query('select pg_advisory_lock(7203611903)');
    await keepHouse();
    expect(await erasures()).toEqual([]);
    await other.end();
    await Promise.all([keepHouse(), keepHouse()]);
    await keepHouse();
    expect((await erasures()).map(({ count }) => count)).toEqual([100, 100, 50]);
    expect(await api.database.query('select count(*)::int as left from visit')).toEqual([{ left: 0 }]);
  });

  it('and whatever else happened stands in the log without a name, a codice fiscale or the number of a document', async () => {
    const story = await delivered();
    const file = await addTo(story, 'holder-document-copy');
    await operator.get(`/api/cases/${story.id}/evidence/${file}/thumbnail`).expect(200);
    await (await api.signIn('sarti')).post(`/api/cases/${story.id}/evidence/${file}/withdrawal`, { reason: 'unreadable' }).expect(200);
    await story.leave();
    const refused = await DeskStory.recognised(api, operator, station);
    await refused.act('refusal', { reason: 'document-expired', note: 'Rossi Maria ha portato CA12345AB' });
    const text = JSON.stringify(await auditRows()).toUpperCase();
    const { surname, name, codiceFiscale, birthDate } = story.card.holder;
    for (const needle of [surname, name, codiceFiscale.value, birthDate, DOCUMENT_NUMBER, 'ROSSI']) expect(text).not.toContain(needle.toUpperCase());
    expect(text).toContain(story.id.toUpperCase());
  });
});

describe('what the help desk was told', () => {
  it('goes with its call, what a request was proved by with its own term; what waits for a request’s end is kept', async () => {
    const api = await TestApi.start();
    const keep = async (days: number): Promise<void> => {
      api.clock.pass({ days });
      await api.app.get(Housekeeping).run();
    };
    await api.provision({ operators: [{ username: 'vanni', password: PASSWORD, displayName: 'I. Vanni', roles: ['help-desk'], desk: 'MS-2' }] });
    const call = (await (await api.signIn('vanni')).post('/api/calls', { channel: 'phone', callerNumber: null }).expect(201)).body as CallView;
    const [id] = await putOutRequests(api.database, { issuer: Buffer.from('3000', 'hex'), serials: ['00c0ffee'], at: api.clock.now() });
    await api.database.query(`update call_record set state = 'closed', outcome = 'answered', closed_at = opened_at, notes = 'La signora ROSSI' where id = $1`, [call.id]);
    await api.database.query(
      `insert into cip_identification (id, call_id, id_carta, person_mac, at, until, ended_at) select gen_random_uuid(), id, '6090000000000018', caller_mac, opened_at, opened_at + interval '1 hour', opened_at from call_record`,
    );
    await api.database.query(`update revocation_request set call_id = $1, told = '{"surname": "ROSSI"}', call_back_at = '333 1234567', notes = 'ROSSI richiama', proof = '{"kind": "self-declaration"}' where id = $2`, [call.id, id]);
    await api.database.query(`insert into revocation_move (id, request_id, at, from_state, to_state, reason) values (gen_random_uuid(), $1, $2, 'logged', 'verified', 'ROSSI risponde')`, [id, api.clock.now()]);
    await api.app.get(UnitOfWork).tell({ act: 'call.identified', actor: { kind: 'installation' }, requestId: null, subject: { kind: 'call', id: call.id }, personal: { idCarta: '6090000000000018' } });
    const kept = async (): Promise<readonly unknown[]> => [
      await api.database.query('select notes from call_record'),
      (await api.database.query<{ text: string }>(`select r::text || (select string_agg(m::text, '') from revocation_move m) as text from revocation_request r`))[0]?.text.includes('ROSSI'),
    ];
    const traces = () => api.database.query(`select 1 from cip_identification union all select 1 from audit_opening where value = '"6090000000000018"'`);

    await keep(daysOf('call') + 1);
    expect(await traces()).toHaveLength(2);
    expect(await kept()).toEqual([[{ notes: 'La signora ROSSI' }], true]);
    await api.database.query(`update revocation_request set state = 'confirmed', visible_at = $1, since = $1`, [api.clock.now()]);
    await keep(1);
    expect(await kept()).toEqual([[], true]);
    expect(await traces()).toEqual([]);
    await keep(daysOf('revocation'));
    expect(await kept()).toEqual([[], false]);
    expect(await api.database.query('select state, call_id, initials, certificate_serial from revocation_request')).toEqual([{ state: 'confirmed', call_id: null, initials: '', certificate_serial: '00c0ffee' }]);
    await expect(api.database.query(`update revocation_move set reason = 'altro'`)).rejects.toThrow('only the words may go');
    expect((await api.database.query<{ details: object }>(`select details from audit_row where act = 'retention.erased'`)).map(({ details }) => details)).toMatchObject([{ class: 'call', count: 1 }, { class: 'revocation', count: 1 }]);
    await api.close();
  });
});

describe('the terms', () => {
  it('are shown to supervisors and administrators, with what the controller has still to fix', async () => {
    const api = await TestApi.start();
    for (const username of ['sarti', 'admin']) {
      const { terms } = (await (await api.signIn(username)).get('/api/retention').expect(200)).body as RetentionView;
      expect(terms).toHaveLength(RETENTION_CLASSES.length);
      expect(terms[0]).toEqual({ class: 'identification', days: 3650, from: 'end-of-case', isProposed: true, lastErasedAt: null });
    }
    expect(codeOf(await (await api.signIn()).get('/api/retention').expect(403))).toBe('forbidden');
    await api.close();
  });
});
