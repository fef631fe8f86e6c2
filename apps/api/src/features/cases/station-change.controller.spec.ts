// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ApprovalDocument, approvalText, bareApprovalCode, type CaseView } from '@sportello/contracts';
import { thumbprint } from '@sportello/seal';
import { createHash, createHmac } from 'node:crypto';
import { IntentRepository } from '../../platform/activation/intent.repository';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { DeskStory } from '../../testing/desk-story';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import type { StationClient } from '../../testing/station-client';
import { TestApi } from '../../testing/test-api';
import type { VaultProcess } from '../../testing/vault-process';

const REASON = 'Il PC della postazione 1 non si accende più';

/** What the page does with what its person typed. */
function macOf(document: ApprovalDocument, code: string): string {
  const key = createHash('sha256').update(bareApprovalCode(code)).digest();
  return createHmac('sha256', key).update(approvalText(document)).digest('base64url');
}

describe('a card whose codes lie at a station that is gone', () => {
  let api: TestApi;
  let vault: VaultProcess;
  let bini: OperatorClient;
  let sarti: OperatorClient;
  let story: DeskStory;
  let lost: StationClient;
  let there: StationClient;
  const approvalCodes = { bini: '', sarti: '' };

  beforeAll(async () => {
    api = await TestApi.start({ hasVault: true });
    if (!api.vaultProcess) throw new Error('no vault');
    vault = api.vaultProcess;
    for (const person of ['bini', 'sarti'] as const) approvalCodes[person] = await vault.register(person);
  });
  afterAll(() => api.close());

  let stations = 0;
  const newStation = async (): Promise<StationClient> => {
    stations += 1;
    const enrolmentCode = `ABCD-EFGH-${7000 + stations}`;
    const name = `Postazione ${stations}0`;
    const box = { from: String(100_000 + stations * 10), to: String(100_009 + stations * 10) };
    await api.provision({ stations: [{ desk: 'MS-2', name, enrolmentCode }], sheets: [{ desk: 'MS-2', station: name, ...box }] });
    return api.stationWith(enrolmentCode);
  };
  const atDesk: StationClient[] = [];
  beforeEach(async () => {
    [lost, there] = [await newStation(), await newStation()];
    atDesk.push(there);
    await Promise.all([lost, there].map((station) => vault.certify(station)));
    [bini, sarti] = await Promise.all([api.signIn('bini'), api.signIn('sarti')]);
    story = await DeskStory.writing(api, bini, lost);
    await lost.disconnect();
    await story.comeBack(there);
  });
  afterEach(async () => {
    for (const station of atDesk.splice(0)) await station.disconnect();
    await api.database.query(`update operator set roles = '{operator}' where username = 'bini'`);
  });

  const ticket = (who: OperatorClient) => story.now().then(({ revision }) => who.post(`/api/cases/${story.id}/station-change/ticket`, { revision }));
  const ticketOf = async (who: OperatorClient): Promise<ApprovalDocument> => (await ticket(who)).body as ApprovalDocument;
  const ask = async (who: OperatorClient, document: ApprovalDocument, code: string) => {
    const { revision } = await story.now();
    return who.post(`/api/cases/${story.id}/station-change`, { revision, requestId: document.requestId, mac: macOf(document, code), reason: REASON });
  };
  const confirm = async (who: OperatorClient, document: ApprovalDocument, code: string) => {
    const { revision } = await story.now();
    return who.post(`/api/cases/${story.id}/station-change/confirmation`, { revision, requestId: document.requestId, mac: macOf(document, code) });
  };
  const asked = async (): Promise<void> => {
    const document = await ticketOf(bini);
    expect((await ask(bini, document, approvalCodes.bini)).status).toBe(200);
  };

  it('is finished at the other one with the same codes, when the operator asks and a supervisor confirms', async () => {
    const before = await story.now();
    expect(before).toMatchObject({ state: 'interrupted', obstacle: { code: 'supervisor-needed', details: { because: 'codes-at-another-station' } }, stationChange: null });
    expect(before.acts).toEqual(['print-form', 'ask-station-change']);
    expect((await sarti.case(story.id)).acts).toEqual(['resume-writing', 'new-codes', 'close-as-lost', 'ask-station-change']);
    await asked();
    expect(await story.now()).toMatchObject({ stationChange: { askedBy: 'L. Bini', reason: REASON, station: there.pinned.stationName, isOwn: true }, acts: ['print-form'] });
    expect(await sarti.case(story.id)).toMatchObject({ stationChange: { isOwn: false }, acts: ['resume-writing', 'new-codes', 'close-as-lost', 'confirm-station-change'] });

    const answer = await confirm(sarti, await ticketOf(sarti), approvalCodes.sarti);
    expect(answer.body).toMatchObject({ state: 'writing', stationChange: null, obstacle: null });
    const job = await there.job('write-card', { caseId: story.id });
    expect(job).toMatchObject({ fence: 2, begunElsewhere: 1 });
    const { codes } = await there.openWriteJob(job);
    expect([Buffer.from(codes.pin).toString(), Buffer.from(codes.puk).toString()]).toEqual(['40718', '58302946']);
    expect((await there.written(job, story.card)).status).toBe(204);
    expect(await story.now()).toMatchObject({ state: 'written', sheet: { controlNumber: before.sheet?.controlNumber } });

    const rows = await api.database.query<{ act: string; details: Record<string, unknown> }>(`select act, details from audit_row where act like 'case.station-%' and case_id = $1 order by position`, [story.id]);
    expect(rows.map(({ act }) => act)).toEqual(['case.station-change-opened', 'case.station-change-asked', 'case.station-changed']);
    expect(rows[2]?.details).toMatchObject({ askedBy: bini.session.operator.id, vaultHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    expect(await vault.acts()).toEqual(expect.arrayContaining(['rewrap-requested', 'approved', 'rewrapped']));
    expect(await api.database.query('select decision, reason from case_decision where case_id = $1', [story.id])).toEqual([{ decision: 'station-change', reason: REASON }]);
  });

  it('leaves the lost station nothing to say, should it come back', async () => {
    const [lostJob] = await api.database.query<{ id: string; fence: number }>(`select id, fence from job where type = 'write-card' and case_id = $1`, [story.id]);
    if (!lostJob) throw new Error('no write was ordered');
    await asked();
    await confirm(sarti, await ticketOf(sarti), approvalCodes.sarti);
    const late = await lost.report(lostJob.id, { type: 'interrupted', fence: lostJob.fence, reason: 'card-removed', statusWord: null });
    expect([late.status, codeOf(late)]).toEqual([409, 'lease-lost']);
  });

  it('asks two different people', async () => {
    await asked();
    expect(codeOf(await ticket(bini))).toBe('same-person');
    await api.database.query(`update operator set roles = '{operator,supervisor}' where username = 'bini'`);
    const [change] = await api.database.query<{ id: string }>('select id from station_change where case_id = $1', [story.id]);
    const both = await api.signIn('bini');
    await api.bind(both, there);
    const { revision } = await story.now();
    expect(codeOf(await both.post(`/api/cases/${story.id}/station-change/confirmation`, { revision, requestId: change?.id, mac: 'A'.repeat(43) }))).toBe('same-person');
  });

  it('does not let somebody confirm who worked the case', async () => {
    await api.database.query(`update operator set roles = '{operator,supervisor}' where username = 'bini'`);
    const document = await ticketOf(sarti);
    await ask(sarti, document, approvalCodes.sarti);
    const both = await api.signIn('bini');
    await api.bind(both, there);
    expect(codeOf(await confirm(both, await ticketOf(both), approvalCodes.bini))).toBe('own-case');
  });

  it('refuses a wrong approval code, and takes the right one afterwards', async () => {
    const document = await ticketOf(bini);
    expect(codeOf(await ask(bini, document, approvalCodes.sarti))).toBe('approval-refused');
    expect((await ask(bini, document, approvalCodes.bini.toLowerCase().replaceAll('-', ' '))).status).toBe(200);
    const second = await ticketOf(sarti);
    expect(codeOf(await confirm(sarti, second, approvalCodes.bini))).toBe('approval-refused');
    expect((await confirm(sarti, second, approvalCodes.sarti)).status).toBe(200);
  });

  it('says that one has to wait after five wrong codes, and not that the codes of the envelope are wrong', async () => {
    // Whose codes were wrong it keeps in mind while it runs.
    const forget = () => vault.stop().then(() => vault.serve());
    await forget();
    try {
      const document = await ticketOf(bini);
      for (let time = 0; time < 5; time += 1) expect(codeOf(await ask(bini, document, approvalCodes.sarti))).toBe('approval-refused');
      expect(codeOf(await ask(bini, document, approvalCodes.bini))).toBe('vault-limit-reached');
    } finally {
      await forget();
    }
  });

  it('is not re-wrapped by an API that makes up the approvals: the vault asks for keys that the API never sees', async () => {
    const document = await ticketOf(bini);
    const forged = { revision: (await story.now()).revision, requestId: document.requestId, mac: createHmac('sha256', api.keys.lookup).update(approvalText(document)).digest('base64url'), reason: REASON };
    expect(codeOf(await bini.post(`/api/cases/${story.id}/station-change`, forged))).toBe('approval-refused');
    expect(await story.now()).toMatchObject({ state: 'interrupted', stationChange: null });
  });

  it('is not given to a station that the vault has not certified, whatever the database says', async () => {
    const third = await newStation();
    await there.disconnect();
    atDesk.splice(0, 1, third);
    await story.comeBack(third);
    expect(codeOf(await ticket(bini))).toBe('station-not-certified');
  });

  it('detects blobs that were exchanged in the database', async () => {
    const other = await DeskStory.sheetOut(api, bini, there, await api.card());
    await api.database.query('update intent set vault_blob = (select vault_blob from intent where case_id = $2) where case_id = $1', [story.id, other.id]);
    await story.comeBack(there);
    const answer = await ticket(bini);
    expect([codeOf(answer), (answer.body as { details: unknown }).details]).toEqual(['vault-refused', { because: 'blob-not-signed' }]);
  });

  it('waits while the vault cannot be reached, and says so', async () => {
    await asked();
    const second = await ticketOf(sarti);
    await vault.stop();
    try {
      expect(codeOf(await confirm(sarti, second, approvalCodes.sarti))).toBe('vault-unreachable');
      expect(await story.now()).toMatchObject({ state: 'interrupted', stationChange: { askedBy: 'L. Bini' } });
    } finally {
      await vault.serve();
    }
    // Started anew it has forgotten the first approval, and nothing is given for half of two.
    expect(codeOf(await confirm(sarti, second, approvalCodes.sarti))).toBe('approval-expired');
    expect(await story.now()).toMatchObject({ stationChange: null, acts: ['print-form', 'ask-station-change'] });
    await asked();
    expect((await confirm(sarti, await ticketOf(sarti), approvalCodes.sarti)).body).toMatchObject({ state: 'writing' });
  });

  it('is asked for anew, by another person too, when its card goes on to a third station meanwhile', async () => {
    await asked();
    api.clock.pass({ seconds: 3 });
    await there.disconnect();
    const third = await newStation();
    await vault.certify(third);
    atDesk.splice(0, 1, third);
    await story.comeBack(third);
    const document = await ticketOf(sarti);
    expect(document.toStationId).toBe(third.id);
    expect((await ask(sarti, document, approvalCodes.sarti)).body).toMatchObject({ stationChange: { station: third.pinned.stationName, isOwn: true } });
  });

  it('is asked for anew after half an hour', async () => {
    await asked();
    const second = await ticketOf(sarti);
    api.clock.pass({ minutes: 31 });
    [bini, sarti] = await Promise.all([api.signIn('bini'), api.signIn('sarti')]);
    await there.status({ reader: 'ready', operatorReader: null, envelopes: 'ready', forms: 'ready', isTest: true, version: 'test' });
    expect(codeOf(await confirm(sarti, second, approvalCodes.sarti))).toBe('approval-expired');
    expect(await story.now()).toMatchObject({ stationChange: null, acts: ['print-form', 'ask-station-change'] });
  });

  it('is told of, by the key, to the vault that may destroy an old one, until nobody needs its codes', async () => {
    const inUse = () => api.app.get(UnitOfWork).read((transaction) => transaction.repository(IntentRepository).vaultKeysInUse());
    const [before] = await inUse();
    expect(before).toMatchObject({ kid: thumbprint(vault.identity.current.key.sealingKey) });
    await asked();
    await confirm(sarti, await ticketOf(sarti), approvalCodes.sarti);
    await there.written(await there.job('write-card', { caseId: story.id }), story.card);
    api.clock.pass({ seconds: 3 });
    await story.scan((await story.now()).formNumber);
    expect((await inUse())[0]?.blobs).toBe((before?.blobs ?? 0) - 1);
  });

  it('is offered no change while the other station is connected: the card is brought there', async () => {
    await lost.openStream();
    atDesk.push(lost);
    await lost.remove(story.insertionId);
    const view = await story.now();
    expect(view.acts).toEqual(['print-form']);
    expect(view.obstacle?.details).toMatchObject({ station: lost.pinned.stationName });
    expect(codeOf(await ticket(bini))).toBe('supervisor-needed');
  });

  it('is offered no change without its card', async () => {
    await there.disconnect();
    atDesk.splice(0);
    expect((await story.now()).acts).toEqual(['print-form']);
  });

  it('is offered no resuming when its station was enrolled anew: those codes open nowhere', async () => {
    await there.disconnect();
    const code = await renewed(api, lost.id);
    const again = await api.stationWith(code);
    atDesk.splice(0, 1, again);
    await vault.certify(again);
    await story.comeBack(again);
    const view = await sarti.case(story.id);
    expect(view.obstacle?.details).toEqual({ because: 'codes-at-another-station', station: null });
    expect(view.acts).toEqual(['new-codes', 'close-as-lost', 'ask-station-change']);
    expect(codeOf(await sarti.post(`/api/cases/${story.id}/writing`, { revision: view.revision, reason: REASON }))).toBe('codes-at-lost-station');
    await asked();
    const done = (await confirm(sarti, await ticketOf(sarti), approvalCodes.sarti)).body as CaseView;
    expect(done.state).toBe('writing');
    const { codes } = await again.openWriteJob(await again.job('write-card', { caseId: story.id }));
    expect(Buffer.from(codes.pin).toString()).toBe('40718');
  });
});

/** A new enrolment code for a station that has one already. */
async function renewed(api: TestApi, stationId: string): Promise<string> {
  const admin = await api.signIn('admin');
  const answer = await admin.post(`/api/stations/${stationId}/enrolment-code`, {}).expect(200);
  return (answer.body as { readonly code: string }).code;
}
