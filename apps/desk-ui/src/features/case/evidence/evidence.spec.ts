// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, provideEnvironmentInitializer } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { CaseView, EvidenceFileView, EvidenceView } from '@sportello/contracts';
import { SessionState } from '../../../data/session/session-state';
import { FakeApi } from '../../../testing/fake-api';
import { AT, CASE_ID, caseView, problem, session } from '../../../testing/fixtures';
import { numberUuids } from '../../../testing/numbered-uuids';
import { render } from '../../../testing/render';
import { EvidenceSection } from './evidence-section';
import { parentCase } from '../testing/kinds';
import { papersOfCase, papersOfPrintedCase } from './offered-papers';

const PATH = `/api/cases/${CASE_ID}/evidence`;
const FILE_ID = '0191f2a0-0000-7000-8000-0000000000f1';

const file = (changes: Partial<EvidenceFileView> = {}): EvidenceFileView => ({
  id: FILE_ID,
  paper: 'delegation',
  type: 'pdf',
  pages: 2,
  size: 120_000,
  addedAt: AT,
  addedBy: 'L. Bini',
  withdrawal: null,
  erasedAt: null,
  ...changes,
});
const view = (files: readonly EvidenceFileView[] = [], changes: Partial<EvidenceView> = {}): EvidenceView => ({
  files: [...files],
  canAdd: true,
  canWithdraw: true,
  limits: { bytes: 8_000_000, pixels: 40_000_000, pages: 20, files: 20 },
  ...changes,
});

async function given(api: FakeApi, changes: Partial<CaseView> = {}, permissions: ReturnType<typeof session>['permissions'] = ['evidence.read', 'evidence.add'], inputs: Readonly<Record<string, unknown>> = {}) {
  numberUuids();
  const signedIn = provideEnvironmentInitializer(() => inject(SessionState).begin(session({ permissions })));
  const screen = await render(EvidenceSection, { case: caseView('written', { kind: 'health-delegate', mode: 'health-delegate', ...changes }), ...inputs }, [api.provider, signedIn]);
  await screen.stable();
  return screen;
}

const row = (paper: string) => document.getElementById(`evidence-${paper}`)?.closest('li')?.textContent?.replace(/\s+/g, ' ') ?? '';
const chooserOf = (paper: string) => document.getElementById(`evidence-${paper}`)?.closest('.head')?.querySelector<HTMLInputElement>('input[type=file]');
const thumbnails = () => [...document.querySelectorAll('img')];

function choose(paper: string, chosen: File): void {
  const chooser = chooserOf(paper);
  if (!chooser) throw new Error(`nothing to choose a file with for ${paper}`);
  Object.defineProperty(chooser, 'files', { configurable: true, value: { item: () => chosen } });
  Object.defineProperty(chooser, 'value', { configurable: true, writable: true, value: '' });
  chooser.dispatchEvent(new Event('change'));
}

function fileOf(size: number, name = 'delega.pdf'): File {
  const made = new File(['%PDF-'], name, { lastModified: 1 });
  Object.defineProperty(made, 'size', { value: size });
  return made;
}

afterEach(() => {
  TestBed.resetTestingModule();
  document.body.replaceChildren();
});

describe('the papers that are offered', () => {
  test('are those that the kind of case keeps, and the signed form once there is one', () => {
    expect(papersOfCase({ kind: 'health-delegate', needs: null })).toEqual(expect.arrayContaining([{ paper: 'delegation', isWanted: true }]));
    expect(papersOfPrintedCase({ kind: 'holder', needs: null }).at(-1)).toEqual({ paper: 'signed-form', isWanted: false });
  });

  test('are those that the desk keeps a copy of, and not those that a public official only sees', () => {
    const { needs } = parentCase();
    const identity = { paper: 'applicant-identity-document', handling: 'kept' } as const;
    const consent = { paper: 'minor-consent', handling: 'kept' } as const;
    expect(papersOfCase({ kind: 'parent-of-minor', needs: { ...needs!, papers: [{ ...identity, handling: 'seen' }] } })).toEqual([]);
    expect(papersOfCase({ kind: 'parent-of-minor', needs: { ...needs!, papers: [identity, consent] } })).toEqual([
      { paper: 'applicant-identity-document', isWanted: true },
      { paper: 'minor-consent', isWanted: true },
    ]);
  });
});

describe('the documents of a case', () => {
  test('are asked for when they are opened, and not before', async () => {
    const api = new FakeApi().on(`GET ${PATH}`, { value: view([file()]) });
    const screen = await given(api);
    expect(api.to(`GET ${PATH}`)).toEqual([]);
    await screen.click('Apri i documenti');
    expect(row('delegation')).toContain('Conservato');
    expect(row('delegation')).toContain('PDF, 2 pagine, 120 kB');
    expect(row('delegation')).toContain('Aggiunto da L. Bini il 24/11/2026 alle 10:43');
    expect(row('holder-document-copy')).toContain('Manca');
    expect(row('signed-form')).toContain('Facoltativo');
    expect(thumbnails().map((each) => [each.getAttribute('src'), each.alt])).toEqual([[`${PATH}/${FILE_ID}/thumbnail`, 'Miniatura: Delega TS-CNS, PDF, 2 pagine, 120 kB']]);
  });

  test('are not there before the printing when the kind of case asks for none', async () => {
    const screen = await given(new FakeApi(), { kind: 'holder', mode: 'direct' }, ['evidence.read'], { isPrinted: false });
    expect(screen.hasButton('Apri i documenti')).toBe(false);
    screen.fixture.componentRef.setInput('case', caseView('recognised', { kind: 'health-delegate', mode: 'health-delegate' }));
    await screen.stable();
    expect(screen.hasButton('Apri i documenti')).toBe(true);
  });

  test('are not there for whoever may not read them', async () => {
    const screen = await given(new FakeApi(), {}, ['case.read']);
    expect(screen.hasButton('Apri i documenti')).toBe(false);
  });

  test('close when the card goes, and show no picture while it is away', async () => {
    const api = new FakeApi().on(`GET ${PATH}`, { value: view([file()]) });
    const screen = await given(api);
    await screen.click('Apri i documenti');
    screen.fixture.componentRef.setInput('case', caseView('written', { kind: 'health-delegate', isCardInReader: false, card: null }));
    await screen.stable();
    expect(thumbnails()).toEqual([]);
    await screen.click('Apri i documenti');
    expect(row('delegation')).toContain('Conservato');
    expect(thumbnails()).toEqual([]);
  });
});

describe('a file', () => {
  test('that is chosen is sent as it is, and the row says that it is kept', async () => {
    const api = new FakeApi().on(`GET ${PATH}`, { value: view() }).on(`POST ${PATH}/delegation`, { value: view([file()]) });
    const screen = await given(api);
    await screen.click('Apri i documenti');
    expect(row('delegation')).toContain('Manca');
    const chosen = fileOf(5);
    choose('delegation', chosen);
    await screen.stable();
    expect(api.files).toEqual([chosen]);
    expect(api.to(`POST ${PATH}/delegation`)[0]?.headers['content-type']).toBe('application/octet-stream');
    expect(row('delegation')).toContain('Conservato');
  });

  test('that is dropped on its row is added like one that is chosen', async () => {
    const api = new FakeApi().on(`GET ${PATH}`, { value: view() }).on(`POST ${PATH}/delegation`, { value: view([file()]) });
    const screen = await given(api);
    await screen.click('Apri i documenti');
    const head = document.getElementById('evidence-delegation')?.closest('.head');
    const dropped = new Event('drop', { bubbles: true, cancelable: true });
    Object.defineProperty(dropped, 'dataTransfer', { value: { files: { item: () => fileOf(5) } } });
    head?.dispatchEvent(dropped);
    await screen.stable();
    expect(dropped.defaultPrevented).toBe(true);
    expect(api.files).toHaveLength(1);
  });

  test('that is refused says at its paper what was wrong and what to do', async () => {
    const api = new FakeApi().on(`GET ${PATH}`, { value: view() }).on(`POST ${PATH}/delegation`, { problem: problem('evidence-active-content', 422, { found: 'JavaScript' }) });
    const screen = await given(api);
    await screen.click('Apri i documenti');
    choose('delegation', fileOf(5));
    await screen.stable();
    expect(row('delegation')).toContain('Il PDF contiene qualcosa che agisce da solo');
    expect(row('delegation')).toContain('Stampa il documento e scansiona la carta');
    await screen.click('Ho capito');
    expect(row('delegation')).not.toContain('agisce da solo');
  });

  test('that is too large is not sent at all', async () => {
    const api = new FakeApi().on(`GET ${PATH}`, { value: view() });
    const screen = await given(api);
    await screen.click('Apri i documenti');
    choose('delegation', fileOf(9_000_000));
    await screen.stable();
    expect(api.files).toEqual([]);
    expect(row('delegation')).toContain('Al massimo 8 MB, 40 milioni di punti, 20 pagine');
  });

  test('is looked at page by page in a layer', async () => {
    const api = new FakeApi().on(`GET ${PATH}`, { value: view([file()]) });
    const screen = await given(api);
    await screen.click('Apri i documenti');
    await screen.click('Guarda: Delega TS-CNS');
    const shown = () => document.querySelector<HTMLImageElement>('[role=dialog] img');
    expect([shown()?.getAttribute('src'), shown()?.alt]).toEqual([`${PATH}/${FILE_ID}/pages/1`, 'Delega TS-CNS, pagina 1 di 2']);
    await screen.click('Pagina dopo');
    await screen.click('Pagina dopo');
    expect(shown()?.getAttribute('src')).toBe(`${PATH}/${FILE_ID}/pages/2`);
    shown()?.dispatchEvent(new Event('error'));
    await screen.stable();
    expect(screen.text).toContain('Il file non si apre');
  });

  test('that was added by mistake is taken back with a reason, and only with one', async () => {
    const taken = file({ withdrawal: { at: AT, by: 'L. Bini', reason: 'another-person' } });
    const api = new FakeApi().on(`GET ${PATH}`, { value: view([file()]) }).on(`POST ${PATH}/${FILE_ID}/withdrawal`, { value: view([taken]) });
    const screen = await given(api);
    await screen.click('Apri i documenti');
    await screen.click('Ritira: Delega TS-CNS');
    await screen.click('Distruggi il file');
    expect(screen.text).toContain('Scegli il motivo');
    expect(api.to(`POST ${PATH}/${FILE_ID}/withdrawal`)).toEqual([]);
    document.querySelector<HTMLInputElement>('input[value=another-person]')?.click();
    await screen.click('Distruggi il file');
    expect(api.to(`POST ${PATH}/${FILE_ID}/withdrawal`)[0]?.body).toEqual({ reason: 'another-person' });
    expect(row('delegation')).toContain('Ritirato da L. Bini');
    expect(row('delegation')).toContain('È di un’altra persona');
    expect(row('delegation')).toContain('Manca');
    expect(thumbnails()).toEqual([]);
  });

  test('of a case that has ended can be looked at, and neither added to nor taken back', async () => {
    const api = new FakeApi().on(`GET ${PATH}`, { value: view([file()], { canAdd: false, canWithdraw: false }) });
    const screen = await given(api);
    await screen.click('Apri i documenti');
    expect(screen.hasButton('Aggiungi un file')).toBe(false);
    expect(screen.hasButton(/^Ritira/)).toBe(false);
    expect(screen.hasButton('Guarda: Delega TS-CNS')).toBe(true);
  });
});
