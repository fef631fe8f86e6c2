// SPDX-License-Identifier: AGPL-3.0-or-later
import { TestBed } from '@angular/core/testing';
import type { CaseView } from '@sportello/contracts';
import { Scanner } from '../../ui/scanner/scanner';
import { FakeApi } from '../../testing/fake-api';
import { caseView, holder, problem, recognised } from '../../testing/fixtures';
import type { Screen } from '../../testing/render';
import type { CasePage } from './case-page';
import { CASE, fillDocument, given } from './testing/case-on-page';
import { needs, PARENT_INSERTION, parentCase, parentsCard } from './testing/kinds';

const here = recognised();
const PRINTING = { value: caseView('printing', { revision: 2 }) };
const DOCUMENT = { type: 'cie', number: 'CA12345AB', issuer: 'Ministero dell’Interno', issuedOn: '2020-09-14', expiresOn: '2031-01-01', source: 'typed' };

afterEach(() => {
  TestBed.resetTestingModule();
  document.body.replaceChildren();
});

/** The checkbox whose label begins with these words. */
function tick(words: string): HTMLInputElement {
  const label = [...document.querySelectorAll('label')].find((each) => each.textContent?.trim().startsWith(words));
  const box = label?.querySelector<HTMLInputElement>('input');
  if (!box) throw new Error(`no tick ${words}`);
  return box;
}

async function check(screen: Screen<CasePage>, words: string): Promise<void> {
  tick(words).click();
  await screen.stable();
}

/** What goes with the identification. */
function sent(api: FakeApi): unknown {
  return api.to(`POST ${CASE}/identification`)[0]?.body;
}

describe('Chi è venuto?', () => {
  const offered = caseView('recognised', { offeredKinds: ['holder', 'health-delegate'], acts: ['identify', 'change-kind'] });

  test('is not asked where only one kind may come', async () => {
    const { screen } = await given(caseView('recognised', { offeredKinds: ['holder'] }), here);
    expect(screen.text).not.toContain('Chi è venuto?');
  });

  test('has the proposed kind chosen, and leaves the cursor in the document', async () => {
    const { screen } = await given(offered, here);
    expect(tick('Titolare').checked).toBe(true);
    expect(document.activeElement).toBe(screen.field('Numero'));
  });

  test('another kind is one choice, told to the API', async () => {
    const api = new FakeApi().on(`POST ${CASE}/kind`, { value: { ...offered, kind: 'health-delegate', revision: 2, needs: needs({ applicant: 'delegate' }) } });
    const { screen } = await given(offered, here, api);
    await check(screen, 'Delegato');
    expect(api.to(`POST ${CASE}/kind`)[0]?.body).toEqual({ revision: 1, kind: 'health-delegate' });
    expect(screen.text).toContain('Attivazione · Delegato (motivi di salute)');
    expect(screen.text).toContain('Chi è allo sportello, come sul documento');
  });

  test('arrows pass over kinds: the last one wished for is what the case becomes', async () => {
    const three: CaseView = { ...offered, offeredKinds: ['holder', 'curator-of-ward', 'health-delegate'] };
    const api = new FakeApi().on(`POST ${CASE}/kind`, { value: { ...three, kind: 'curator-of-ward', revision: 2 } }, { value: { ...three, kind: 'health-delegate', revision: 3 } });
    const { screen } = await given(three, here, api);
    tick('Curatore').click();
    tick('Delegato').click();
    await screen.stable();
    expect(api.to(`POST ${CASE}/kind`).map(({ body }) => body)).toEqual([
      { revision: 1, kind: 'curator-of-ward' },
      { revision: 2, kind: 'health-delegate' },
    ]);
    expect(tick('Delegato').checked).toBe(true);
  });
});

describe('a parent', () => {
  const besides = { secondCard: parentsCard() };

  test('is compared with their own card, which the second reader brings by itself', async () => {
    const api = new FakeApi().on(`POST ${CASE}/identification`, PRINTING);
    const { screen } = await given(parentCase(), here, api, besides);
    expect(screen.text).toContain('BIANCHI ANNA, nel secondo lettore');
    await fillDocument(screen);
    expect(screen.text).toContain('Manca: dichiarazione firmata');
    await check(screen, 'Responsabilità genitoriale');
    await screen.click('Identità verificata: stampa');
    expect(sent(api)).toEqual({
      revision: 1,
      document: DOCUMENT,
      person: { surname: 'BIANCHI', name: 'ANNA', birthDate: '1984-03-02', codiceFiscale: parentsCode() },
      accepted: [],
      applicantCard: { state: 'presented', insertionId: PARENT_INSERTION },
      papers: [{ paper: 'applicant-identity-document', handling: 'seen' }],
      declarations: ['parental-responsibility'],
      isFaceConfirmed: true,
      envelope: { language: 'it', layout: 'normal' },
    });
  });

  test('without a card in a reader is named, and the card is absent for a reason', async () => {
    const api = new FakeApi().on(`POST ${CASE}/identification`, PRINTING);
    const { screen } = await given(parentCase(), here, api);
    await fillDocument(screen);
    expect(screen.text).toContain('Manca: tessera del richiedente · chi è allo sportello (3) · carte e firme');
    await screen.click('Tessera assente');
    const reason = screen.field('Perché manca');
    expect(document.activeElement).toBe(reason);
    reason.value = 'forgotten';
    reason.dispatchEvent(new Event('change', { bubbles: true }));
    await screen.type('Cognome', 'bianchi');
    await screen.type('Nome', 'anna');
    await screen.type('Data di nascita', '02031984');
    await check(screen, 'Responsabilità genitoriale');
    expect(screen.text).toContain('Non manca nulla');
    await screen.click('Identità verificata: stampa');
    expect(sent(api)).toMatchObject({
      person: { surname: 'BIANCHI', name: 'ANNA', birthDate: '1984-03-02', codiceFiscale: null },
      applicantCard: { state: 'absent', reason: 'forgotten', note: null },
    });
  });

  test('a card shown across the counter is told by its last digits and its code, which a scanner reads', async () => {
    const { screen } = await given(parentCase(), here);
    await screen.click('Tessera mostrata');
    await screen.type('Ultime 8 cifre di ID_Carta', '7735 001');
    expect(screen.text).toContain('Sono otto cifre');
    await screen.type('Ultime 8 cifre di ID_Carta', '7735 0001');
    await screen.type('Codice fiscale sulla tessera', parentsCode());
    expect(screen.text).toContain('Mostrata');
  });

  test('a child’s card where the parent’s belongs is told as swapped', async () => {
    const child = { ...parentsCard(), card: { ...recognised().card, idCarta: '6090412077350002', holder: holder({ age: 9 }) } } as ReturnType<typeof recognised>;
    const { screen } = await given(parentCase(), here, new FakeApi(), { secondCard: child });
    expect(screen.text).toContain('Tessere scambiate');
    await fillDocument(screen);
    expect(screen.text).toMatch(/Da correggere: tessere scambiate|tessera del richiedente/);
  });

  test('the card that leaves the second reader takes its person along', async () => {
    const { screen, hint } = await given(parentCase(), here, new FakeApi(), besides);
    await hint(parentCase(), here, { secondCard: null });
    expect(screen.text).not.toContain('BIANCHI');
    expect(screen.text).toContain('Tessera mostrata');
  });
});

describe('a declaration', () => {
  test('is printed, one form for each', async () => {
    const papers = `POST ${CASE}/papers`;
    const api = new FakeApi().on(papers, { value: { id: 'x', paper: 'self-declaration', state: 'pending' } });
    const { screen } = await given(parentCase(), here, api);
    await screen.click('Stampa la dichiarazione');
    expect(api.to(papers).map(({ body }) => body)).toEqual([{ paper: 'self-declaration', language: 'it', declaration: 'parental-responsibility', signing: 'own-hand' }]);
    expect(screen.text).toContain('falla firmare e leggi il suo codice');
  });

  test('that did not print says so, and can be printed again', async () => {
    const { screen } = await given(parentCase(), here, new FakeApi().on(`POST ${CASE}/papers`, { problem: problem('printer-unavailable', 503) }));
    await screen.click('Stampa la dichiarazione');
    expect(screen.text).toContain('controlla la stampante Moduli');
    expect(screen.hasButton('Stampa la dichiarazione')).toBe(true);
  });

  test('of another case is told, and ticks nothing', async () => {
    const { screen } = await given(parentCase(), here, new FakeApi().on(`POST ${CASE}/scans`, { problem: problem('form-of-another-case', 409, { scanned: 'D118-26', expected: 'D119-26' }) }));
    scan('D118-26');
    await screen.stable();
    expect(screen.text).toContain('Il modulo è di un’altra pratica');
    expect(tick('Responsabilità genitoriale').checked).toBe(false);
  });

  test('is signed once its barcode was scanned', async () => {
    const filed = parentCase({ revision: 2, papersFiled: [{ paper: 'self-declaration', at: '2026-11-24T09:44:00Z' }] });
    const api = new FakeApi().on(`POST ${CASE}/scans`, { value: filed });
    const { screen } = await given(parentCase(), here, api);
    scan('D119-26');
    await screen.stable();
    expect(api.to(`POST ${CASE}/scans`)[0]?.body).toEqual({ text: 'D119-26' });
    expect(screen.text).toContain('Dichiarazione firmata, letta dallo scanner');
    expect(screen.text).not.toContain('Manca: dichiarazione firmata');
  });
});

describe('a support administrator', () => {
  const administration = needs({
    applicant: 'support-administrator',
    asksDecree: true,
    needsApproval: true,
    papers: [
      { paper: 'applicant-identity-document', handling: 'seen' },
      { paper: 'appointment-decree', handling: 'seen' },
    ],
  });

  test('tells the decree, and the act asks for the approval', async () => {
    const api = new FakeApi().on(`POST ${CASE}/identification`, PRINTING);
    const { screen } = await given(caseView('recognised', { kind: 'support-administrator', needs: administration }), here, api);
    await nameDelegate(screen);
    await typeInto(screen, 'decree-number', '123/2025');
    await typeInto(screen, 'decree-issuedOn', '01022025');
    await typeInto(screen, 'decree-court', 'Massa');
    expect(screen.text).toContain('Manca: controllo dei poteri');
    await check(screen, 'I poteri coprono questo atto');
    expect(screen.text).toContain('La richiesta va subito ai supervisori');
    await screen.click('Identità verificata: chiedi l’approvazione');
    expect(sent(api)).toMatchObject({ decree: { number: '123/2025', issuedOn: '2025-02-01', court: 'Massa', coversAct: true } });
  });
});

describe('a health delegate', () => {
  const delegated = needs({
    applicant: 'delegate',
    papers: [
      { paper: 'applicant-identity-document', handling: 'seen' },
      { paper: 'delegation', handling: 'kept' },
      { paper: 'holder-document-copy', handling: 'kept' },
    ],
  });
  const ofDelegate = caseView('recognised', { kind: 'health-delegate', needs: delegated });

  async function fillDelegation(screen: Screen<CasePage>): Promise<void> {
    await nameDelegate(screen);
    await typeInto(screen, 'delegation-signedOn', '20112026');
    await typeInto(screen, 'delegation-documentNumber', 'ax1234567');
    await typeInto(screen, 'delegation-documentExpiresOn', '01012020');
    await check(screen, 'Il titolare dichiara un impedimento');
    await check(screen, 'Originale della delega');
    await check(screen, 'Copia del documento del titolare');
  }

  test('is named by the delegation as by the document, and an expired copy is a warning only', async () => {
    const api = new FakeApi().on(`POST ${CASE}/identification`, PRINTING);
    const { screen } = await given(ofDelegate, here, api);
    await fillDelegation(screen);
    expect(screen.text).toContain('Copia del documento scaduta: va bene, resta registrato');
    await screen.click('Identità verificata: stampa');
    expect(sent(api)).toMatchObject({
      delegation: {
        delegate: { surname: 'VERDI', name: 'PAOLO' },
        signedOn: '2026-11-20',
        isImpedimentDeclared: true,
        holderDocument: { type: 'cie', number: 'AX1234567', expiresOn: '2020-01-01' },
      },
      papers: delegated.papers,
    });
  });

  test('a delegation for somebody else is told at once', async () => {
    const { screen } = await given(ofDelegate, here);
    await nameDelegate(screen);
    await typeInto(screen, 'delegation-surname', 'NERI');
    expect(screen.text).toContain('La delega nomina un’altra persona');
  });

  test('what is only written otherwise is decided by the operator, and goes through', async () => {
    const refused = { problem: problem('delegation-names-another', 422, { fields: ['name'] }) };
    const api = new FakeApi().on(`POST ${CASE}/identification`, refused, PRINTING);
    const { screen } = await given(ofDelegate, here, api);
    await fillDelegation(screen);
    await screen.click('Identità verificata: stampa');
    await screen.click('È la stessa persona');
    expect(api.to(`POST ${CASE}/identification`)[1]?.body).toMatchObject({ accepted: ['name'] });
  });
});

describe('an emancipated minor', () => {
  test('is compared with their own chip, and says what emancipated them', async () => {
    const papers = [
      { paper: 'applicant-identity-document', handling: 'seen' },
      { paper: 'emancipation-title', handling: 'seen' },
    ] as const;
    const api = new FakeApi().on(`POST ${CASE}/identification`, PRINTING);
    const { screen } = await given(caseView('recognised', { kind: 'emancipated-minor', needs: needs({ papers: [...papers], declarations: ['emancipation'] }) }), here, api);
    await fillDocument(screen);
    expect(screen.text).toContain('Chip della tessera');
    await typeInto(screen, 'emancipation-title', 'Matrimonio, Comune di Massa, 12/2026');
    await check(screen, 'Emancipazione');
    await screen.click('Identità verificata: stampa');
    expect(sent(api)).toMatchObject({ emancipationTitle: 'Matrimonio, Comune di Massa, 12/2026', declarations: ['emancipation'], papers });
  });
});

/** A document and a person, typed. */
async function nameDelegate(screen: Screen<CasePage>): Promise<void> {
  await fillDocument(screen);
  await typeInto(screen, 'person-surname', 'VERDI');
  await typeInto(screen, 'person-name', 'PAOLO');
  await typeInto(screen, 'person-birthDate', '01011970');
}

async function typeInto(screen: Screen<CasePage>, id: string, text: string): Promise<void> {
  const field = document.querySelector<HTMLInputElement>(`#${id}`);
  if (!field) throw new Error(`no field ${id}`);
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.blur();
  await screen.stable();
}

function parentsCode(): string {
  const inReader = parentsCard();
  return inReader.state === 'recognised' ? inReader.card.holder.codiceFiscale : '';
}

function scan(text: string): void {
  TestBed.inject(Scanner);
  const paste = new Event('paste', { bubbles: true, cancelable: true });
  Object.defineProperty(paste, 'clipboardData', { value: { getData: () => text } });
  document.dispatchEvent(paste);
}
