// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseView } from '@sportello/contracts';
import { existingDate } from '@sportello/domain';
import { VISITS, application } from '../../testing/applications';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import { READY, type StationClient } from '../../testing/station-client';
import { TestApi } from '../../testing/test-api';
import type { TestCard } from '../../testing/test-cards';

const CHILDREN = ['NINA', 'LUCE', 'ELIO'] as const;

describe('the same applicant, the next card', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let station: StationClient;
  let mother: TestCard;

  beforeAll(async () => {
    api = await TestApi.start();
    [operator, station] = await Promise.all([api.signIn(), api.station()]);
    mother = await api.unknownCard(VISITS['parent-of-minor'].applicant ?? {});
  });
  afterAll(() => api.close());

  const withCard = async <Result>(card: TestCard, work: (insertionId: string) => Promise<Result>): Promise<Result> => {
    const insertionId = await station.insert(card);
    try {
      return await work(insertionId);
    } finally {
      await station.remove(insertionId);
    }
  };
  const child = (name: string): Promise<TestCard> => api.card({ surname: 'LELLI', name, birthDate: existingDate(2015, 4, 9) });
  /** A parent is identified for a first card. */
  const first = async (): Promise<CaseView> =>
    withCard(await child('NINA'), async (insertionId) => {
      const stay = await station.show(mother);
      const view = await operator.open(insertionId);
      const printing = await operator.act(view, 'identification', application(view, mother, stay));
      await station.remove(stay, 'operator');
      return printing;
    });
  const same = (view: CaseView, wish: object = {}) => operator.post(`/api/cases/${view.id}/identification/same-visit`, { revision: view.revision, isFaceConfirmed: true, ...wish });

  it('three children in a row: one identification and one declaration, an envelope for each', async () => {
    const envelopes = new Set<string>();
    let visit: string | undefined;
    for (const name of CHILDREN) {
      const card = await child(name);
      await withCard(card, async (insertionId) => {
        let view = await operator.open(insertionId, visit === undefined ? {} : { visit });
        if (visit === undefined) {
          const stay = await station.show(mother);
          view = await operator.act(view, 'identification', application(view, mother, stay));
          await station.remove(stay, 'operator');
        } else {
          expect(view).toMatchObject({ kind: 'parent-of-minor', sameVisit: { caseId: visit, quality: 'parent', applicant: { surname: 'BRUNI', name: 'SARA' } } });
          expect(view.acts).toContain('identify-same-visit');
          view = (await same(view).expect(200)).body as CaseView;
        }
        expect(view).toMatchObject({ state: 'printing', applicant: { surname: 'BRUNI', card: 'presented' } });
        const envelope = await station.print(await station.job('print-envelope', { caseId: view.id }));
        envelopes.add(envelope.outerCode);
        await operator.scan(view, envelope.outerCode);
        await station.written(await station.job('write-card', { caseId: view.id }), card);
        api.clock.pass({ seconds: 3 });
        expect((await operator.case(view.id)).acts).toContain('next-card');
        const delivered = await operator.scan(view, envelope.outerCode);
        expect(delivered).toMatchObject({ state: 'delivered', mode: 'parental' });
        expect(delivered.acts).toContain('next-card');
        visit = view.id;
      });
    }
    expect(envelopes.size).toBe(3);
    const carried = await api.database.query<{ from: string | null }>('select carried_from as from from case_application a join activation_case c on c.id = a.case_id order by c.opened_at, c.number');
    expect(carried.map(({ from }) => from === null)).toEqual([true, false, false]);
    // Both were carried over from the one in which the document was seen.
    expect(new Set(carried.slice(1).map(({ from }) => from)).size).toBe(1);
    const declarations = await api.database.query('select declaration from case_declaration');
    expect(declarations).toEqual(Array.from(CHILDREN, () => ({ declaration: 'parental-responsibility' })));
  });

  it('may be said after the page has opened the next card’s case', async () => {
    const earlier = await first();
    await withCard(await child('LUCE'), async (insertionId) => {
      expect(await operator.open(insertionId)).toMatchObject({ sameVisit: null });
      const joined = await operator.open(insertionId, { visit: earlier.id });
      expect(joined).toMatchObject({ sameVisit: { number: earlier.number } });
      // Said once more, it is told once and moves nothing.
      expect((await operator.open(insertionId, { visit: earlier.id })).revision).toBe(joined.revision);
      const told = await api.database.query(`select actor, details from audit_row where case_id = $1 and act = 'case.visit-joined'`, [joined.id]);
      expect(told).toEqual([{ actor: 'operator', details: { visit: earlier.id } }]);
    });
  });

  it('takes the kind of the earlier case where the card may have it', async () => {
    const earlier = await withCard(await child('NINA'), async (insertionId) => {
      const view = await operator.open(insertionId, { kind: 'guardian-of-minor' });
      return operator.act(view, 'identification', application(view, mother));
    });
    await withCard(await child('LUCE'), async (insertionId) => expect((await operator.open(insertionId, { visit: earlier.id })).kind).toBe('guardian-of-minor'));
    // Of another sort, the declaration is another, too.
    await withCard(await child('ELIO'), async (insertionId) => {
      const view = await operator.open(insertionId, { visit: earlier.id, kind: 'parent-of-minor' });
      expect(codeOf(await same(view))).toBe('declaration-missing');
      expect((await same(view, { declarations: ['parental-responsibility'] })).status).toBe(200);
    });
  });

  it('goes by the document as it was corrected, and not by one that is then seen to have expired', async () => {
    const earlier = await first();
    const correct = async (field: string, value: string) => operator.act(await operator.case(earlier.id), 'corrections', { field, value, reason: 'Cifra letta male' });
    await correct('document-number', 'CA99999ZZ');
    await withCard(await child('LUCE'), async (insertionId) => {
      const view = (await same(await operator.open(insertionId, { visit: earlier.id })).expect(200)).body as CaseView;
      expect(view).toMatchObject({ document: { number: 'CA99999ZZ' }, applicant: { surname: 'BRUNI', name: 'SARA' } });
    });
    await correct('document-expires-on', '2026-11-23');
    await withCard(await child('ELIO'), async (insertionId) => expect(codeOf(await same(await operator.open(insertionId, { visit: earlier.id })))).toBe('document-expired'));
  });

  it('hides the applicant’s name while the card is away', async () => {
    const earlier = await first();
    const { id } = await withCard(await child('LUCE'), (insertionId) => operator.open(insertionId, { visit: earlier.id }));
    expect(await operator.case(id)).toMatchObject({ sameVisit: { number: earlier.number, applicant: null } });
  });

  it('asks for a loss of codes to be signed for, card by card', async () => {
    const earlier = await first();
    await withCard(await api.activeCard(VISITS['parent-of-minor'].holder), async (insertionId) => {
      const view = await operator.open(insertionId, { visit: earlier.id, duplicate: { reason: 'envelope-lost' } });
      expect(codeOf(await same(view))).toBe('declaration-missing');
      expect((await same(view, { declarations: ['loss-of-codes'] })).status).toBe(200);
    });
  });

  describe('is refused with same-visit-ended', () => {
    const later = async (card: TestCard, visit: string) => withCard(card, (insertionId) => operator.post('/api/cases', { insertionId, visit }));

    it('after two hours, counted from when the document was seen', async () => {
      const earlier = await first();
      const view = await withCard(await child('LUCE'), (insertionId) => operator.open(insertionId, { visit: earlier.id }));
      api.clock.pass({ hours: 2, seconds: 1 });
      await station.status(READY);
      expect(codeOf(await later(await child('ELIO'), earlier.id))).toBe('same-visit-ended');
      expect(await operator.case(view.id)).toMatchObject({ sameVisit: null });
      expect((await operator.case(earlier.id)).acts).not.toContain('next-card');
    });

    it('before another operator, for a case of the holder’s own, and for one that was refused', async () => {
      const earlier = await first();
      await api.database.query(`update identity_document set identified_by = (select id from operator where username = 'sarti') where case_id = $1`, [earlier.id]);
      expect(codeOf(await later(await child('LUCE'), earlier.id))).toBe('same-visit-ended');
      const own = await withCard(await api.card(), async (insertionId) => operator.identify(await operator.open(insertionId)));
      expect(codeOf(await later(await child('LUCE'), own.id))).toBe('same-visit-ended');
      const refused = await first();
      await api.database.query(`update activation_case set state = 'refused', refusal_code = 'own-card' where id = $1`, [refused.id]);
      expect(codeOf(await later(await child('LUCE'), refused.id))).toBe('same-visit-ended');
      const nobody = await withCard(await child('ELIO'), (insertionId) => operator.open(insertionId));
      expect(codeOf(await later(await child('LUCE'), nobody.id))).toBe('same-visit-ended');
    });
  });
});
