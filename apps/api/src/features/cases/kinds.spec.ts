// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseView, IdentificationRequest } from '@sportello/contracts';
import { CASE_KINDS, CASE_KIND_RULES, type CaseKind, type CasePurpose, existingDate } from '@sportello/domain';
import sharp from 'sharp';
import { VISITS, application, delegationOf } from '../../testing/applications';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import { READY, type StationClient } from '../../testing/station-client';
import { TestApi } from '../../testing/test-api';
import type { TestCard } from '../../testing/test-cards';

/** Somebody at the counter, with the cards that they brought. */
interface AtCounter {
  readonly card: TestCard;
  readonly applicant: TestCard | null;
  readonly view: CaseView;
  /** Of the applicant's card, in the second reader. */
  readonly stay: string | null;
}

jest.setTimeout(60_000);

describe('every kind of case', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let supervisor: OperatorClient;
  let station: StationClient;

  beforeAll(async () => {
    api = await TestApi.start();
    [operator, supervisor, station] = await Promise.all([api.signIn(), api.signIn('sarti'), api.station()]);
  });
  afterAll(() => api.close());

  /** Both cards go in, the case is opened as this kind, something happens, and the cards go out. */
  const atCounter = async <Result>(kind: CaseKind, purpose: CasePurpose, work: (found: AtCounter) => Promise<Result>): Promise<Result> => {
    const visit = VISITS[kind];
    const card = await (purpose === 'duplicate' ? api.activeCard(visit.holder) : api.card(visit.holder));
    const applicant = visit.applicant && (await api.unknownCard(visit.applicant));
    const insertionId = await station.insert(card);
    const stay = applicant && (await station.show(applicant));
    const view = await operator.open(insertionId, { kind, ...(purpose === 'duplicate' && { duplicate: { reason: 'envelope-lost' } }) });
    try {
      return await work({ card, applicant, view, stay });
    } finally {
      if (stay) await station.remove(stay, 'operator');
      await station.remove(insertionId);
    }
  };
  const opened = async (card: TestCard): Promise<CaseView> => {
    const insertionId = await station.insert(card);
    const view = await operator.open(insertionId);
    await station.remove(insertionId);
    return view;
  };
  const refusal = (kind: CaseKind, wish: (found: AtCounter) => Partial<IdentificationRequest>) =>
    atCounter(kind, 'activation', async (found) => {
      const { view, applicant, stay } = found;
      const refused = await operator.post(`/api/cases/${view.id}/identification`, application(view, applicant, stay, wish(found)));
      expect((await operator.case(view.id)).state).toBe('recognised');
      return refused.body as { readonly code: string; readonly details?: object };
    });
  const detailsOf = async (caseId: string, act: string) => (await api.database.query<{ details: Record<string, unknown> }>('select details from audit_row where case_id = $1 and act = $2', [caseId, act])).at(-1)?.details;

  it.each(CASE_KINDS.flatMap((kind) => [[kind, 'activation'] as const, [kind, 'duplicate'] as const]))('%s: %s, goes from the card to the hand', async (kind, purpose) => {
    await atCounter(kind, purpose, async ({ card, applicant, view, stay }) => {
      expect(view).toMatchObject({ kind, purpose, mode: CASE_KIND_RULES[kind].mode, duplicateReason: purpose === 'duplicate' ? 'envelope-lost' : null });
      const identified = await operator.act(view, 'identification', application(view, applicant, stay));
      if (CASE_KIND_RULES[kind].needsApproval) {
        expect(identified).toMatchObject({ state: 'awaiting-approval', approval: { state: 'waiting' } });
        await supervisor.post(`/api/cases/${view.id}/approval/decision`, { revision: identified.revision, decision: 'approve', reason: null }).expect(200);
      }
      expect((await operator.case(view.id)).state).toBe('printing');
      const envelope = await station.print(await station.job('print-envelope', { caseId: view.id }));
      await operator.scan(view, envelope.outerCode);
      const job = await station.job('write-card', { caseId: view.id });
      expect(job.authority.method).toBe(purpose === 'duplicate' ? 'issuer-auth' : 'transport-codes');
      expect((await station.written(job, card)).status).toBe(204);
      api.clock.pass({ seconds: 3 });
      const delivered = await operator.scan(view, envelope.outerCode);
      expect(delivered).toMatchObject({ state: 'delivered', kind, mode: CASE_KIND_RULES[kind].mode, card: { state: 'active' }, needs: null });
      const [kept] = await api.database.query('select mode_of_activation as mode from card where id_carta = $1', [card.idCarta]);
      // New codes leave the card the mode of its first.
      expect(kept).toEqual({ mode: purpose === 'duplicate' ? 'direct' : CASE_KIND_RULES[kind].mode });
    });
  });

  it('comes with the leaflet for its card, in the citizen’s language, where its row prints one: once, also when codes are drawn anew', async () => {
    const leaflets = (caseId: string) => api.database.query<{ language: string; text: object }>(`select message->>'language' as language, message->'text' as text from job where case_id = $1 and paper = 'leaflet'`, [caseId]);
    await atCounter('health-delegate', 'activation', async ({ card, applicant, view, stay }) => {
      const printing = await operator.act(view, 'identification', { ...application(view, applicant, stay), envelope: { language: 'de', layout: 'normal' } });
      expect(await leaflets(view.id)).toMatchObject([{ language: 'de', text: { paper: 'leaflet', cardType: card.cardType } }]);
      const leaflet = await station.job('print-paper', { caseId: view.id, paper: 'leaflet' });
      expect((await station.report(leaflet.jobId, { type: 'completed' })).status).toBe(204);
      const voided = await operator.act(printing, 'envelope/void', { reason: 'sheet-damaged' });
      expect((await operator.act(voided, 'envelope')).state).toBe('printing');
      expect(await leaflets(view.id)).toHaveLength(1);
    });
    await atCounter('holder', 'activation', async ({ applicant, view, stay }) => {
      await operator.act(view, 'identification', application(view, applicant, stay));
      expect(await leaflets(view.id)).toEqual([]);
    });
  });

  it('support-administrator: waits for a supervisor, and prints nothing before', async () => {
    await atCounter('support-administrator', 'activation', async ({ applicant, view, stay }) => {
      expect((await operator.act(view, 'identification', application(view, applicant, stay))).state).toBe('awaiting-approval');
      expect(await api.database.query('select id from job where case_id = $1', [view.id])).toEqual([]);
    });
  });

  describe('who came', () => {
    it('is shown while the holder’s card is there, and gone with it', async () => {
      const id = await atCounter('parent-of-minor', 'activation', async ({ applicant, view, stay }) => {
        const printing = await operator.act(view, 'identification', application(view, applicant, stay));
        expect(printing.applicant).toEqual({ quality: 'parent', surname: 'BRUNI', name: 'SARA', birthDate: '1984-06-02', codiceFiscale: applicant?.holder.codiceFiscale.value, card: 'presented', absentReason: null });
        return view.id;
      });
      expect(await operator.case(id)).toMatchObject({ applicant: null, card: null });
    });

    it('is kept as evidence, and told to the log by sorts, never by name', async () => {
      await atCounter('health-delegate', 'activation', async ({ card, applicant, view, stay }) => {
        await operator.act(view, 'identification', application(view, applicant, stay, { papers: [{ paper: 'delegation', handling: 'kept' }, { paper: 'holder-document-copy', handling: 'kept' }] }));
        expect(await detailsOf(view.id, 'case.identified')).toMatchObject({ quality: 'delegate', papers: ['delegation: kept', 'holder-document-copy: kept'], declarations: [], warnings: [], carriedFrom: null });
        const log = JSON.stringify(await api.database.query('select * from audit_row where case_id = $1', [view.id]));
        for (const personal of ['GORI', 'ELSA', 'UGO', card.holder.codiceFiscale.value, applicant?.holder.codiceFiscale.value ?? '', 'CB54321AA', 'CA12345AB', card.idCarta]) expect(log).not.toContain(personal);
        const [kept] = await api.database.query('select a.quality, a.delegation, d.person from case_application a join identity_document d using (case_id) where case_id = $1', [view.id]);
        expect(kept).toMatchObject({ quality: 'delegate', delegation: { isImpedimentDeclared: true }, person: { surname: 'GORI', name: 'ELSA' } });
      });
    });

    it('may show no card, and why is recorded as a warning', async () => {
      await atCounter('parent-of-minor', 'activation', async ({ applicant, view }) => {
        const printing = await operator.act(view, 'identification', application(view, applicant));
        expect(printing).toMatchObject({ state: 'printing', warnings: ['applicant-card-absent'], applicant: { card: 'absent', absentReason: 'forgotten' } });
      });
    });

    it('may have shown it across the counter', async () => {
      await atCounter('curator-of-ward', 'activation', async ({ applicant, view }) => {
        const code = applicant?.holder.codiceFiscale.value ?? '';
        const printing = await operator.act(view, 'identification', application(view, applicant, null, { applicantCard: { state: 'seen', idCartaLast8: '12345678', codiceFiscale: code } }));
        expect(printing.applicant).toMatchObject({ card: 'seen' });
      });
    });
  });

  describe('is refused', () => {
    it.each<[CaseKind, string, Partial<IdentificationRequest>]>([
      ['parent-of-minor', 'declaration-missing', { declarations: [] }],
      ['support-administrator', 'paper-missing', { papers: [] }],
      ['emancipated-minor', 'paper-missing', { papers: [] }],
      ['parent-of-minor', 'applicant-not-adult', { person: { surname: 'BRUNI', name: 'ZOE', birthDate: '2010-01-01', codiceFiscale: null } }],
      ['guardian-of-ward', 'applicant-card-differs', { person: { surname: 'NESI', name: 'MARTA', birthDate: '1975-12-30', codiceFiscale: null } }],
      ['health-delegate', 'delegation-names-another', { person: { surname: 'ALTRI', name: 'ELSA', birthDate: '1968-10-28', codiceFiscale: null } }],
    ])('%s with %s', async (kind, code, wish) => {
      expect(await refusal(kind, () => wish)).toMatchObject({ code });
    });

    it('when the same card lies there twice, or the holder comes for themselves', async () => {
      expect(await refusal('guardian-of-ward', ({ card }) => ({ person: { surname: 'DOLCI', name: 'PIA', birthDate: '1948-02-17', codiceFiscale: card.holder.codiceFiscale.value } }))).toMatchObject({ code: 'applicant-is-holder' });
      expect(await refusal('guardian-of-ward', ({ card }) => ({ applicantCard: { state: 'seen', idCartaLast8: card.idCarta.slice(-8), codiceFiscale: card.holder.codiceFiscale.value } }))).toMatchObject({ code: 'same-card-twice' });
    });

    it('when the operator is who comes, and a colleague’s act on it afterwards, too', async () => {
      await atCounter('health-delegate', 'activation', async ({ applicant, view, stay }) => {
        if (!applicant) throw new Error('a delegate comes');
        const setCode = (code: string | null) => api.database.query(`update operator set codice_fiscale = $1 where username = 'bini'`, [code]);
        await setCode(applicant.holder.codiceFiscale.value);
        const refused = await operator.post(`/api/cases/${view.id}/identification`, application(view, applicant, stay));
        expect(codeOf(refused)).toBe('applicant-is-operator');
        await setCode(null);
        const printing = await operator.act(view, 'identification', application(view, applicant, stay));
        await setCode(applicant.holder.codiceFiscale.value);
        expect(codeOf(await operator.post(`/api/cases/${view.id}/envelope/void`, { revision: printing.revision, reason: 'sheet-missing' }))).toBe('applicant-is-operator');
        expect(codeOf(await operator.post(`/api/cases/${view.id}/papers`, { paper: 'delegation', language: 'it' }))).toBe('applicant-is-operator');
        const photo = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#884422' } }).jpeg().toBuffer();
        expect(codeOf(await operator.postBytes(`/api/cases/${view.id}/evidence/delegation`, photo))).toBe('applicant-is-operator');
        await setCode(null);
      });
    });

    it.each([
      ['1968-10-29', '1968-10-28'],
      ['1968-10-28', '1970-01-01'],
    ])('when the operator is who comes by what was taken down or by its correction: born %s, corrected %s', async (birthDate, corrected) => {
      await atCounter('health-delegate', 'activation', async ({ applicant, view, stay }) => {
        if (!applicant) throw new Error('a delegate comes');
        const { surname, name, codiceFiscale } = applicant.holder;
        const printing = await operator.act(view, 'identification', application(view, applicant, stay, { person: { surname, name, birthDate, codiceFiscale: null } }));
        await operator.act(printing, 'corrections', { field: 'person-birth-date', value: corrected, reason: 'Giorno letto male' });
        const setCode = (code: string | null) => api.database.query(`update operator set codice_fiscale = $1 where username = 'bini'`, [code]);
        await setCode(codiceFiscale.value);
        expect(codeOf(await operator.post(`/api/cases/${view.id}/envelope/void`, { revision: printing.revision, reason: 'sheet-missing' }))).toBe('applicant-is-operator');
        await setCode(null);
      });
    });

    it('but an expired copy of the holder’s document is a warning', async () => {
      await atCounter('health-delegate', 'activation', async ({ applicant, view, stay }) => {
        if (!applicant) throw new Error('a delegate comes');
        const delegation = { ...delegationOf(applicant), holderDocument: { type: 'cie', number: 'CB54321AA', expiresOn: '2026-11-23' } };
        const printing = await operator.act(view, 'identification', application(view, applicant, stay, { delegation }));
        expect(printing).toMatchObject({ state: 'printing', warnings: ['holder-document-expired'] });
      });
    });
  });

  describe('the kind', () => {
    it('is proposed from the chip, and may be another of those offered until somebody is identified', async () => {
      const card = await api.card(VISITS['parent-of-minor'].holder);
      const insertionId = await station.insert(card);
      const view = await operator.open(insertionId);
      expect(view).toMatchObject({ kind: 'parent-of-minor', mode: 'parental', offeredKinds: ['parent-of-minor', 'guardian-of-minor'] });
      expect(view.acts).toContain('change-kind');
      const changed = await operator.act(view, 'kind', { kind: 'guardian-of-minor' });
      expect(changed).toMatchObject({ kind: 'guardian-of-minor', mode: 'guardian', state: 'recognised', needs: { declarations: ['guardianship'] } });
      expect(codeOf(await operator.post(`/api/cases/${view.id}/kind`, { revision: changed.revision, kind: 'holder' }))).toBe('minor-as-holder');
      expect(codeOf(await operator.post(`/api/cases/${view.id}/kind`, { revision: changed.revision, kind: 'health-delegate' }))).toBe('kind-not-for-age');
      await station.remove(insertionId);
      expect(await detailsOf(view.id, 'case.kind-changed')).toEqual({ from: 'parent-of-minor', to: 'guardian-of-minor' });
      expect(await operator.case(view.id)).toMatchObject({ offeredKinds: [] });
    });

    it('for a minor with an adult’s card in the citizen’s reader means that the two are swapped', async () => {
      const child = await api.card(VISITS['parent-of-minor'].holder);
      const parent = await api.card(VISITS['parent-of-minor'].applicant ?? {});
      const [insertionId, stay] = [await station.insert(parent), await station.show(child)];
      expect(codeOf(await operator.post('/api/cases', { insertionId, kind: 'parent-of-minor' }))).toBe('cards-swapped');
      await station.remove(stay, 'operator');
      expect(codeOf(await operator.post('/api/cases', { insertionId, kind: 'parent-of-minor' }))).toBe('kind-not-for-age');
      await station.remove(insertionId);
    });

    it('is asked again on the day of the identification: at eighteen one applies oneself', async () => {
      const card = await api.card({ birthDate: existingDate(2008, 11, 25) });
      const view = await opened(card);
      expect(view).toMatchObject({ kind: 'parent-of-minor', warnings: ['age-turns-soon'] });
      // Past midnight in Rome.
      api.clock.pass({ hours: 15 });
      await station.status(READY);
      operator = await api.signIn();
      const applicant = await api.unknownCard(VISITS['parent-of-minor'].applicant ?? {});
      const insertionId = await station.insert(card);
      const refused = await operator.post(`/api/cases/${view.id}/identification`, application(view, applicant));
      expect(codeOf(refused)).toBe('kind-not-for-age');
      expect(await operator.case(view.id)).toMatchObject({ offeredKinds: expect.arrayContaining(['holder']) as unknown });
      await station.remove(insertionId);
    });
  });
});
