// SPDX-License-Identifier: AGPL-3.0-or-later
import { TestBed } from '@angular/core/testing';
import type { TrainingView } from '@sportello/contracts';
import { SessionState } from '../../../data/session/session-state';
import { FakeApi } from '../../../testing/fake-api';
import { AT, caseView, CASE_ID, problem, session } from '../../../testing/fixtures';
import { CASE, given } from '../testing/case-on-page';

const TRAINING = { since: AT, needsTutor: true, tutorship: null };
const TUTORSHIP = { id: CASE_ID, tutor: 'M. Verdi', until: '2026-11-24T12:00:00Z' };
const BESIDE: TrainingView = { standing: { ...TRAINING, tutorship: TUTORSHIP }, drills: [], tutoring: [] };

async function deliveryOf(api: FakeApi, training: typeof TRAINING | null = TRAINING) {
  const page = await given(caseView('written'), null, api);
  TestBed.inject(SessionState).begin(session({ training }));
  await page.screen.stable();
  return page;
}

/** Name and password, where the tutor signs. */
async function sign(screen: Awaited<ReturnType<typeof deliveryOf>>['screen'], password = 'segreta') {
  await screen.type('Nome utente del tutor', ' verdi ');
  await screen.type('Password del tutor', password);
  await screen.click('Affianco io');
}

describe('Consegna, in formazione', () => {
  test('says that the tutor’s signature is missing, and Enter goes there first', async () => {
    const { screen } = await deliveryOf(new FakeApi());
    expect(screen.text).toContain('Manca: la firma del tutor');
    await screen.click('Consegnata: chiudi la pratica');
    expect(screen.text).toContain('Scrive il collega che ti affianca.');
    await screen.click('Affianco io');
    expect(screen.text).toContain('Scrivi nome utente e password');
  });

  test('a form that was read before the tutor signed counts then, without being read again; the password is kept nowhere', async () => {
    const api = new FakeApi()
      .on(`POST ${CASE}/scans`, { problem: problem('tutor-needed') }, { value: caseView('delivered') })
      .on('POST /api/training/tutorship', { problem: problem('sign-in-failed', 401) }, { value: BESIDE });
    const { screen } = await deliveryOf(api);
    TestBed.inject(SessionState).begin(session({ training: { ...TRAINING, tutorship: TUTORSHIP } }));
    await screen.stable();
    // The page believed that somebody stood beside; the tutorship had ended.
    await screen.type('Codice esterno della busta o numero del modulo', 'P119-26');
    await screen.click('Consegnata: chiudi la pratica');
    expect(screen.heading(2)).toContain('Manca la firma del tutor');
    await screen.click('Firma qui il tutor');
    await sign(screen, 'sbagliata');
    expect(screen.text).toContain('Nome utente o password non giusti.');
    expect(screen.field('Password del tutor').value).toBe('');
    await sign(screen);
    expect(api.to('POST /api/training/tutorship').map(({ body }) => body)).toEqual([{ username: 'verdi', password: 'sbagliata' }, { username: 'verdi', password: 'segreta' }]);
    expect(api.to(`POST ${CASE}/scans`).map(({ body }) => body)).toEqual([{ text: 'P119-26' }, { text: 'P119-26' }]);
    expect(screen.heading(1)).toBe('Consegnata');
  });

  test.each([
    ['in-training', 'Anche questa persona è in formazione.'],
    ['same-person', 'Non puoi essere il tutor di te stesso.'],
    ['other-desk', 'Questa persona lavora a un altro sportello.'],
    ['no-operator', 'Il tutor è un operatore di sportello.'],
  ])('a signature that is no tutor’s (%s) is told in words', async (because, words) => {
    const { screen } = await deliveryOf(new FakeApi().on('POST /api/training/tutorship', { problem: problem('no-tutor', 403, { because }) }));
    await screen.click('Firma qui il tutor');
    await sign(screen);
    expect(screen.text).toContain(words);
  });

  test('shows who stands beside, and until when', async () => {
    const { screen } = await deliveryOf(new FakeApi().on('POST /api/training/tutorship', { value: BESIDE }));
    await screen.click('Firma qui il tutor');
    await sign(screen);
    expect(screen.text).toContain('M. Verdi ti affianca, fino alle 13:00');
    expect(screen.text).not.toContain('Manca: la firma del tutor');
  });

  test('asks nobody else for a signature', async () => {
    const { screen } = await deliveryOf(new FakeApi(), null);
    expect(screen.text).not.toContain('tutor');
  });
});
