// SPDX-License-Identifier: AGPL-3.0-or-later
import { TestBed } from '@angular/core/testing';
import type { DrillView, TraineeView, TrainingView } from '@sportello/contracts';
import { DRILLS } from '@sportello/domain';
import { SessionState } from '../../data/session/session-state';
import { FakeApi } from '../../testing/fake-api';
import { AT, CASE_ID, problem, session } from '../../testing/fixtures';
import { render } from '../../testing/render';
import { TrainingPage } from './training-page';

const drills = (by: DrillView['by'] = null): DrillView[] => DRILLS.map((drill) => ({ drill, doneAt: by && AT, by }));
const own = (changes: Partial<TrainingView> = {}): TrainingView => ({ standing: null, drills: [], tutoring: [], ...changes });
const trainee = (changes: Partial<TraineeView> = {}): TraineeView => ({ id: CASE_ID, displayName: 'S. Nuti', deskName: 'Massa · Sportello 2', since: AT, enabled: null, drills: drills(), records: [], isOwn: false, ...changes });
const PERSON = `/api/operators/${CASE_ID}`;

async function shown(api: FakeApi, permissions: readonly string[] = ['desk.read', 'case.scan']) {
  const screen = await render(TrainingPage, {}, [api.provider]);
  TestBed.inject(SessionState).begin(session({ permissions: [...permissions] }));
  await screen.stable();
  return screen;
}

/** A supervisor who opens the training of S. Nuti. */
async function opened(api: FakeApi, person: TraineeView, permissions = ['desk.read', 'training.read', 'training.record', 'training.enable']) {
  api.on('GET /api/training', { value: own() }).on('GET /api/trainees', { value: { trainees: [person] } }).on(`GET ${PERSON}/training`, { value: person });
  const screen = await shown(api, permissions);
  await screen.click('Apri la formazione di S. Nuti');
  return screen;
}

/** Chooses a file, as a person does. */
function choose(text: string): void {
  const field = document.querySelector<HTMLInputElement>('input[type=file]');
  Object.defineProperty(field, 'files', { configurable: true, value: [{ text: () => Promise.resolve(text) }] });
  field?.dispatchEvent(new Event('change'));
}

afterEach(() => document.body.replaceChildren());

test('a trainee sees the drills with what is done, where the record is, and who stands beside', async () => {
  const [first, ...rest] = drills();
  const standing = { since: AT, needsTutor: true, tutorship: { id: CASE_ID, tutor: 'M. Verdi', until: '2026-11-24T12:00:00Z' } };
  const view = own({ standing, drills: [{ drill: first?.drill ?? 'holder', doneAt: AT, by: 'cases' }, ...rest] });
  const api = new FakeApi().on('GET /api/training', { value: view }).on(`POST /api/training/tutorships/${CASE_ID}/end`, { value: own({ ...view, standing: { ...standing, tutorship: null } }) });
  const screen = await shown(api);
  expect(screen.text).toContain('TitolareFatta il 24/11/2026');
  expect(screen.text).toContain('Tre figliDa fare');
  expect(document.querySelector('a[download]')?.getAttribute('href')).toBe('/api/training/drill-record');
  expect(screen.text).toContain('M. Verdi ti affianca, fino alle 13:00');
  await screen.click('Termina');
  expect(screen.hasButton('Firma qui il tutor')).toBe(true);
});

test('a tutor sees whom they stand beside, and ends it; who has neither is told how it comes', async () => {
  const api = new FakeApi()
    .on('GET /api/training', { value: own({ tutoring: [{ id: CASE_ID, trainee: 'S. Nuti', until: '2026-11-24T12:00:00Z' }] }) })
    .on(`POST /api/training/tutorships/${CASE_ID}/end`, { value: own() });
  const screen = await shown(api);
  await screen.click('Termina con S. Nuti');
  expect(screen.text).toContain('Non sei in formazione e non affianchi nessuno.');
});

test('a tutorship that was over already is gone from the page, and nothing is complained of', async () => {
  const tutoring = [{ id: CASE_ID, trainee: 'S. Nuti', until: '2026-11-24T12:00:00Z' }];
  const api = new FakeApi().on('GET /api/training', { value: own({ tutoring }) }).on(`POST /api/training/tutorships/${CASE_ID}/end`, { problem: problem('not-found', 404) });
  const screen = await shown(api);
  api.on('GET /api/training', { value: own() });
  await screen.click('Termina con S. Nuti');
  expect(screen.text).not.toContain('S. Nuti');
  expect(screen.text).not.toContain('Pratica non trovata');
});

test('what cannot be read is said, with a way on', async () => {
  const api = new FakeApi();
  const screen = await shown(api);
  expect(screen.text).toContain('La formazione non si legge ora.');
  api.on('GET /api/training', { value: own() });
  await screen.click('Riprova');
  expect(screen.text).toContain('Non sei in formazione');
});

test('a rehearsal’s file is recorded as it is; one that is none is not sent', async () => {
  const api = new FakeApi().on(`POST ${PERSON}/drill-records`, { problem: problem('drill-record-of-another', 422) }, { value: trainee({ drills: drills('record'), records: [{ madeAt: AT, recordedAt: AT, recordedBy: 'P. Sarti', drills: [...DRILLS] }] }) });
  const screen = await opened(api, trainee());
  expect(screen.text).toContain('0 di 5');
  choose('%PDF');
  await screen.stable();
  expect(screen.text).toContain('Non è un attestato');
  expect(api.to(`POST ${PERSON}/drill-records`)).toEqual([]);
  choose('{"record":1}');
  await screen.stable();
  expect(screen.text).toContain('L’attestato è di un’altra persona');
  choose('{"record":2}');
  await screen.stable();
  expect(api.to(`POST ${PERSON}/drill-records`).map(({ body }) => body)).toEqual([{ record: 1 }, { record: 2 }]);
  expect(screen.text).toContain('Fatta in prova il 24/11/2026');
  expect(screen.text).toContain('Attestato del 24/11/2026, registrato il 24/11/2026 da P. Sarti');
});

test('who has done all drills is enabled in one press; the page says by whom', async () => {
  const enabled = { at: AT, by: 'P. Sarti', beside: null, reason: null };
  const api = new FakeApi().on(`POST ${PERSON}/enabling`, { value: trainee({ enabled }) });
  const screen = await opened(api, trainee({ drills: drills('cases') }));
  await screen.click(/^Abilita$/);
  expect(screen.text).not.toContain('Mancano queste esercitazioni');
  document.querySelector<HTMLButtonElement>('app-enable-layer .primary')?.click();
  await screen.stable();
  expect(api.to(`POST ${PERSON}/enabling`).map(({ body }) => body)).toEqual([{ reason: null }]);
  expect(screen.text).toContain('Abilitata il 24/11/2026 da P. Sarti');
  expect(screen.hasButton(/^Abilita$/)).toBe(false);
});

test('with drills missing it takes a reason and another person, and says what is missing', async () => {
  const api = new FakeApi().on(`POST ${PERSON}/enabling`, { problem: problem('second-person-needed', 403) });
  const screen = await opened(api, trainee());
  await screen.click(/^Abilita$/);
  const enable = async () => {
    document.querySelector<HTMLButtonElement>('app-enable-layer .primary')?.click();
    await screen.stable();
  };
  await enable();
  expect(screen.text).toContain('Scrivi il motivo');
  const reason = document.querySelector<HTMLTextAreaElement>('#enable-reason');
  if (!reason) throw new Error('nowhere to write the reason');
  reason.value = 'Viene da un’altra ASL';
  reason.dispatchEvent(new Event('input'));
  await enable();
  expect(screen.text).toContain('Scrivi nome utente e password');
  await screen.type('Nome utente della seconda persona', 'sarti');
  await screen.type('Password della seconda persona', 'segreta');
  await enable();
  expect(api.to(`POST ${PERSON}/enabling`).map(({ body }) => body)).toEqual([{ reason: 'Viene da un’altra ASL', username: 'sarti', password: 'segreta' }]);
  expect(screen.text).toContain('Serve un’altra persona: non chi abilita, non chi è in formazione.');
});

test('nobody records or ends their own training', async () => {
  const self = await opened(new FakeApi(), trainee({ isOwn: true }));
  expect(self.text).toContain('La formazione è la tua');
  expect(self.hasButton(/^Abilita$/)).toBe(false);
});

test('an administrator records, and does not enable', async () => {
  const screen = await opened(new FakeApi(), trainee(), ['desk.read', 'training.read', 'training.record']);
  expect(screen.text).toContain('Registra un attestato');
  expect(screen.hasButton(/^Abilita$/)).toBe(false);
});
