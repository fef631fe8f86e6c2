// SPDX-License-Identifier: AGPL-3.0-or-later
import { CardsAtDesk, type RecordRevocationRequest, RevocationReceipt } from '@sportello/contracts';
import { type CertificateAct, accept, effectsToRead } from '@sportello/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { advanceRevocation } from '../../platform/revocation/advance-revocation';
import { confirmRevocation } from '../../platform/revocation/confirm-revocation';
import { RevocationRepository } from '../../platform/revocation/revocation.repository';
import { VISITS, delegationOf } from '../../testing/applications';
import { DeskStory } from '../../testing/desk-story';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import { PASSWORD, TestApi } from '../../testing/test-api';
import type { CardWish, TestCard } from '../../testing/test-cards';

const DOCUMENT = { type: 'cie', number: 'CA12345AB', issuer: 'Comune di Roma', issuedOn: '2020-03-05', expiresOn: '2030-01-01', source: 'typed' } as const;
const INSTALLATION = { actor: { kind: 'installation' }, requestId: null } as const;
type Identified = Extract<RecordRevocationRequest['identified'], { readonly by: 'document' }>;

const NOTHING_MORE: Pick<Identified, 'papers' | 'declarations' | 'decree' | 'delegation'> = { papers: [], declarations: [], decree: null, delegation: null };

describe('at the desk, with suspension switched on, a request', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let helpDesk: OperatorClient;
  let deliver: (wish: CardWish) => Promise<TestCard>;

  beforeAll(async () => {
    api = await TestApi.start({ isSuspensionOn: true });
    await api.provision({ operators: [{ username: 'vanni', password: PASSWORD, displayName: 'I. Vanni', roles: ['help-desk'], desk: 'MS-2' }] });
    const station = await api.station();
    [operator, helpDesk] = await Promise.all([api.signIn(), api.signIn('vanni')]);
    deliver = async (wish) => {
      const story = await DeskStory.written(api, operator, station, await api.card(wish));
      await story.scan(story.envelope.outerCode);
      await story.leave();
      return story.card;
    };
  });
  afterAll(() => api.close());

  const personOf = ({ holder: { surname, name, birthDate, codiceFiscale } }: TestCard) => ({ surname, name, birthDate, codiceFiscale: codiceFiscale.value });
  const shown = (person: TestCard, wish: Partial<Identified> = {}): Identified => ({ by: 'document', document: DOCUMENT, person: personOf(person), isFaceConfirmed: true, ...NOTHING_MORE, ...wish });
  const request = (card: TestCard, act: CertificateAct, wish: Partial<RecordRevocationRequest> = {}): RecordRevocationRequest => ({
    ...{ act, reason: 'loss', asker: 'holder', caseKind: null, identified: shown(card), idCarta: card.idCarta, notes: null },
    ...(act === 'reactivation' ? { happenedAt: null, proof: null } : { happenedAt: api.clock.now().toISOString(), proof: { kind: 'self-declaration', isSigned: true } }),
    confirmedEffects: [...effectsToRead(act, 'loss', false)],
    ...wish,
  });
  const record = (body: RecordRevocationRequest) => operator.post('/api/revocations', body);
  const recorded = async (body: RecordRevocationRequest) => RevocationReceipt.parse((await record(body).expect(201)).body);
  const cardsOf = async (body: object) => CardsAtDesk.parse((await operator.post('/api/revocations/cards', body).expect(200)).body);

  /** The authority did what was asked, and that is seen. */
  const done = (id: string) =>
    api.app.get(UnitOfWork).run(async (transaction) => {
      for (const to of ['transmitted', 'accepted'] as const) {
        const row = await transaction.repository(RevocationRepository).held(id);
        if (row) await advanceRevocation(transaction, INSTALLATION, row, { to });
      }
      const row = await transaction.repository(RevocationRepository).held(id);
      if (row) await confirmRevocation(transaction, INSTALLATION, row, { by: 'ocsp', revokedAt: transaction.now });
      return accept(id);
    });

  it('to suspend a card holds it until its holder comes back, in person, to have it in use again', async () => {
    const card = await deliver({ name: 'ALBA' });
    expect(codeOf(await record(request(card, 'reactivation')))).toBe('forbidden-transition');
    await done((await recorded(request(card, 'suspension'))).id);
    expect((await cardsOf({ by: 'id-carta', idCarta: card.idCarta })).cards).toMatchObject([{ state: 'suspended', isAskedFor: true, openRequest: null }]);
    expect(codeOf(await record(request(card, 'suspension')))).toBe('forbidden-transition');
    const again = await recorded(request(card, 'reactivation'));
    expect(again).toMatchObject({ act: 'reactivation', state: 'verified' });
    expect(await api.database.query('select crl_reason as "crlReason" from revocation_request where id = $1', [again.id])).toEqual([{ crlReason: 'removeFromCRL' }]);
    await done(again.id);
    expect((await cardsOf({ by: 'id-carta', idCarta: card.idCarta })).cards).toMatchObject([{ state: 'active' }]);
  });

  it('by who speaks for the holder takes the papers of their kind, and a supervisor where the kind does', async () => {
    const { holder, applicant } = VISITS['health-delegate'];
    const [card, delegate] = [await deliver(holder), await api.card(applicant ?? {})];
    const asked = (wish: Partial<Identified>, caseKind: RecordRevocationRequest['caseKind'] = 'health-delegate') => request(card, 'revocation', { asker: 'representative', caseKind, identified: shown(delegate, wish) });
    expect(codeOf(await record(asked({}, null)))).toBe('revocation-not-askable');
    expect(codeOf(await record(asked({})))).toBe('delegation-missing');
    const papers: Identified['papers'] = [
      { paper: 'applicant-identity-document', handling: 'seen' },
      { paper: 'delegation', handling: 'kept' },
      { paper: 'holder-document-copy', handling: 'kept' },
    ];
    const whole = { papers, delegation: delegationOf(delegate) };
    const receipt = await recorded(asked(whole));
    expect(receipt.state).toBe('verified');
    const [kept] = await api.database.query<{ asker: string; atDesk: { papers: object[] } }>('select asker, at_desk as "atDesk" from revocation_request where id = $1', [receipt.id]);
    expect([kept?.asker, kept?.atDesk.papers.length]).toEqual(['representative', papers.length]);
  });

  it('finds whose cards are meant by codice fiscale, number or reader, for who works there and for nobody on a telephone', async () => {
    const card = await deliver({ name: 'CORA' });
    const byCode = { by: 'codice-fiscale', codiceFiscale: card.holder.codiceFiscale.value } as const;
    expect(await cardsOf(byCode)).toMatchObject({ initials: 'C.R.', isMinor: false, isSuspensionOn: true, cards: [{ idCarta: card.idCarta, isAskedFor: false, desk: 'Massa · Sportello 2' }] });
    expect(codeOf(await operator.post('/api/revocations/cards', { by: 'codice-fiscale', codiceFiscale: 'nessuno' }))).toBe('certificate-not-known');
    expect(codeOf(await helpDesk.post('/api/revocations/cards', byCode))).toBe('forbidden');
    const looks = await api.database.query(`select 1 from audit_row where act = 'personal-data.shown' and details ->> 'what' = 'cards-to-revoke' limit 1`);
    expect(looks).toHaveLength(1);
  });

  it('is recorded by document by who works there: nobody on a telephone saw one', async () => {
    const asked = request(await deliver({ name: 'EMMA' }), 'revocation');
    expect(codeOf(await helpDesk.post('/api/revocations', asked).expect(403))).toBe('forbidden');
    expect((await recorded(asked)).state).toBe('verified');
  });

  it('has a receipt as a file at its own desk', async () => {
    const receipt = await recorded(request(await deliver({ name: 'DORA' }), 'revocation'));
    const path = `/api/revocations/${receipt.id}/receipt.pdf?language=it`;
    expect((await operator.get(path).expect(200)).headers['content-type']).toBe('application/pdf');
    expect(codeOf(await (await api.signIn('carli')).get(path))).toBe('not-found');
  });
});
