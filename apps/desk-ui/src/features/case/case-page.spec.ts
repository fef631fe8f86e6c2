// SPDX-License-Identifier: AGPL-3.0-or-later
import { TestBed } from '@angular/core/testing';
import { CaseStore } from '../../data/case/case-store';
import { FakeApi } from '../../testing/fake-api';
import { card, CASE_ID, caseView, INSERTION_ID, problem, recognised, station } from '../../testing/fixtures';
import { CASE, fillDocument, given } from './testing/case-on-page';

afterEach(() => {
  TestBed.resetTestingModule();
  document.body.replaceChildren();
});

/** *Come stampare busta e modulo*, where it is offered. */
function envelopeChoice(): HTMLSelectElement | undefined {
  return document.querySelector<HTMLSelectElement>('select[aria-label="Come stampare busta e modulo"]') ?? undefined;
}

describe('Identità', () => {
  const here = recognised();

  test('the person is the page’s heading, and the cursor is in the document', async () => {
    const { screen } = await given(caseView('recognised'), here);
    expect(screen.heading(1)).toBe('ROSSI MARIA');
    expect(screen.text).toContain('46 anni');
    expect(document.activeElement).toBe(screen.field('Numero'));
  });

  test('what is missing stands beside the primary action, and Enter goes to the first of it', async () => {
    const { api, screen } = await given(caseView('recognised'), here);
    expect(screen.text).toContain('Manca: numero del documento');
    await screen.type('Numero', 'CA12345AB');
    await screen.click('Identità verificata: stampa');
    expect(document.activeElement).toBe(screen.field('Data di rilascio'));
    expect(api.to(`POST ${CASE}/identification`)).toEqual([]);
  });

  test('once nothing is missing the envelope’s language and large print can be chosen, and go with the identification', async () => {
    const api = new FakeApi().on(`POST ${CASE}/identification`, { value: caseView('printing', { revision: 2 }) });
    const { screen } = await given(caseView('recognised'), here, api);
    expect(envelopeChoice()).toBeUndefined();
    await fillDocument(screen);
    const choice = envelopeChoice();
    if (!choice) throw new Error('no choice');
    expect([...choice.options].map(({ textContent }) => textContent?.trim())).toEqual([
      'in italiano',
      'in inglese',
      'in tedesco',
      'in italiano, caratteri grandi',
      'in inglese, caratteri grandi',
      'in tedesco, caratteri grandi',
    ]);
    expect(choice.selectedIndex).toBe(0);
    choice.selectedIndex = 5;
    choice.dispatchEvent(new Event('change', { bubbles: true }));
    await screen.press('Enter', choice);
    expect(api.to(`POST ${CASE}/identification`)[0]?.body).toMatchObject({ envelope: { language: 'de', layout: 'large-print' } });
  });

  test('with nothing missing, Enter from a field confirms the face and prints', async () => {
    const api = new FakeApi().on(`POST ${CASE}/identification`, { value: caseView('printing', { revision: 2 }) });
    const { screen } = await given(caseView('recognised'), here, api);
    await fillDocument(screen);
    expect(screen.text).toContain('Non manca nulla');
    expect(screen.text).toContain('Stampa la busta 000419 e il modulo di richiesta');
    await screen.press('Enter', screen.field('Scadenza'));
    expect(api.to(`POST ${CASE}/identification`)[0]?.body).toEqual({
      revision: 1,
      document: { type: 'cie', number: 'CA12345AB', issuer: 'Ministero dell’Interno', issuedOn: '2020-09-14', expiresOn: '2031-01-01', source: 'typed' },
      person: { surname: 'ROSSI', name: 'MARIA', birthDate: '1980-01-01', codiceFiscale: 'RSSMRA80A41H501Y' },
      accepted: [],
      isFaceConfirmed: true,
      envelope: { language: 'it', layout: 'normal' },
    });
    expect(screen.heading(1)).toBe('Leggi il codice esterno della busta 000419');
  });

  test('a field is judged when it is left, with words under it', async () => {
    const { screen } = await given(caseView('recognised'), here);
    await screen.type('Data di rilascio', '31/02/2020');
    expect(screen.field('Data di rilascio').getAttribute('aria-invalid')).toBe('true');
    expect(screen.text).toContain('Il 31 febbraio non esiste');
  });

  test('a difference is typed in its row, and decided there', async () => {
    const { screen } = await given(caseView('recognised'), here);
    await fillDocument(screen);
    await screen.click('Correggi: Nome');
    const field = document.querySelector<HTMLInputElement>('#compare-name-field')!;
    field.value = 'MARIA LUISA';
    await screen.press('Enter', field);
    expect(screen.text).toContain('Secondo nome in più');
    expect(screen.text).toContain('Da decidere: nome diverso');
    await screen.click('È la stessa persona');
    expect(screen.text).toContain('Non manca nulla');
  });

  test('an expired document is refused with the sentence to say, and leads to another one or to the end', async () => {
    const { screen } = await given(caseView('recognised'), here);
    await fillDocument(screen, '12/10/2026');
    expect(screen.text).toContain('Il documento è scaduto il 12/10/2026.');
    expect(screen.text).toContain('«Il suo documento è scaduto. Torni con un documento valido: passaporto o patente vanno bene.»');
    expect(screen.hasButton('Identità verificata')).toBe(false);
    await screen.press('F4', document.body);
    expect(document.querySelector('[role="dialog"]')?.textContent).toContain('«Il suo documento è scaduto.');
    await screen.click('Chiudi Esc');
    await screen.click('Usa un altro documento');
    expect(screen.field('Numero').value).toBe('');
    expect(screen.hasButton('Identità verificata')).toBe(true);
  });

  test('a paper identity card is refused as soon as its type is chosen', async () => {
    const { screen } = await given(caseView('recognised'), here);
    const type = screen.field('Tipo');
    type.value = 'paper-identity-card';
    type.dispatchEvent(new Event('change', { bubbles: true }));
    await screen.stable();
    expect(screen.text).toContain('Carta d’identità cartacea non valida dal 3/8/2026');
  });

  test('without its card nothing of the person is on the page, and what was typed is back with it', async () => {
    const { screen, hint } = await given(caseView('recognised'), here);
    await fillDocument(screen);
    await hint(caseView('recognised', { card: null, isCardInReader: false }), null);
    expect(screen.text).not.toMatch(/ROSSI|MARIA|RSSMRA|1980|CA12345AB/);
    expect(screen.text).toContain('R.M.');
    expect(screen.text).toContain('Tessera tolta: reinseriscila.');
    await hint(caseView('recognised'), here);
    expect(screen.field('Numero').value).toBe('CA12345AB');
  });

  test('a second card tells that it is not the case’s once paper is out, and opens its case only when asked', async () => {
    const other = recognised({ openCaseId: null, insertionId: CASE_ID, card: card({ idCarta: '6090412077350000' }) });
    const { screen } = await given(caseView('interrupted', { card: null }), other);
    expect(screen.text).toContain('Tessera diversa dalla pratica 119');
    expect(screen.text).not.toContain('ROSSI');
    expect(screen.hasButton('Apri la pratica di questa tessera')).toBe(true);
  });

  test('F8 asks for a reason and records it', async () => {
    const api = new FakeApi().on(`POST ${CASE}/refusal`, { value: caseView('refused', { revision: 2, refusal: { code: 'face-not-confirmed', note: null } }) });
    const { screen } = await given(caseView('recognised'), here, api);
    await screen.press('F8', document.body);
    await screen.click('Rifiuta la pratica');
    expect(screen.text).toContain('Scegli un motivo');
    const choice = document.querySelector<HTMLInputElement>('input[value="face-not-confirmed"]')!;
    choice.checked = true;
    choice.dispatchEvent(new Event('change', { bubbles: true }));
    await screen.stable();
    expect(screen.text).toContain('«Con questo documento non posso riconoscerla.');
    await screen.click('Rifiuta la pratica');
    expect(api.to(`POST ${CASE}/refusal`)[0]?.body).toEqual({ revision: 1, reason: 'face-not-confirmed', note: null });
    expect(screen.heading(1)).toBe('Pratica 119 rifiutata');
  });

  test('F9 before anything is printed only puts the case aside', async () => {
    const { api, screen } = await given(caseView('recognised'), here);
    await screen.press('F9', document.body);
    expect(api.to(`POST ${CASE}/suspension`)).toEqual([]);
    expect(TestBed.inject(CaseStore).case()).toBeNull();
  });
});

describe('Busta', () => {
  test('without a scanner the code is typed, and Enter sends it', async () => {
    const api = new FakeApi().on(`POST ${CASE}/scans`, { value: caseView('writing', { revision: 2 }) });
    const { screen } = await given(caseView('printing'), recognised(), api);
    expect(document.activeElement).toBe(screen.field('Codice esterno'));
    await screen.type('Codice esterno', '000419-k7p4xr');
    await screen.press('Enter', screen.field('Codice esterno'));
    expect(api.to(`POST ${CASE}/scans`)[0]?.body).toEqual({ text: '000419-k7p4xr' });
    expect(screen.heading(1)).toBe('Scrittura in corso: lascia la tessera');
  });

  test('a code that is not whole is told under its field, and not sent', async () => {
    const { api, screen } = await given(caseView('printing'), recognised());
    await screen.type('Codice esterno', '000419');
    await screen.press('Enter', screen.field('Codice esterno'));
    expect(screen.text).toContain('Il codice non è completo');
    expect(api.to(`POST ${CASE}/scans`)).toEqual([]);
  });

  test('the wrong sheet is told with both numbers, and its first button leads back to the right one', async () => {
    const api = new FakeApi().on(`POST ${CASE}/scans`, { problem: problem('wrong-sheet', 409, { scanned: '000420', expected: '000419' }) });
    const { screen } = await given(caseView('printing'), recognised(), api);
    await screen.type('Codice esterno', '000420-K7P4XR');
    await screen.press('Enter', screen.field('Codice esterno'));
    expect(screen.text).toContain('Hai letto il foglio 000420, la pratica aspetta il 000419. La tessera non è stata toccata. Leggi il foglio 000419.');
    await screen.click('Leggi il foglio 000419');
    expect(screen.text).not.toContain('Hai letto il foglio');
    expect(document.activeElement).toBe(screen.field('Codice esterno'));
  });

  test('new codes are printed as the envelope before, and the choice stands beside the act', async () => {
    const api = new FakeApi().on(`POST ${CASE}/envelope`, { value: caseView('printing', { revision: 2 }) });
    const { screen } = await given(caseView('authorised', { envelope: { language: 'en', layout: 'normal' } }), recognised(), api);
    const choice = envelopeChoice();
    expect(choice?.selectedOptions[0]?.textContent?.trim()).toBe('in inglese');
    await screen.press('Enter', choice);
    expect(api.to(`POST ${CASE}/envelope`)[0]?.body).toEqual({ revision: 1, envelope: { language: 'en', layout: 'normal' } });
  });

  test('a sheet that is not there is spoiled, and new codes are the next thing', async () => {
    const api = new FakeApi()
      .on(`POST ${CASE}/envelope/void`, { value: caseView('authorised', { revision: 2, spoiledSheet: '000419' }) })
      .on(`POST ${CASE}/envelope`, { value: caseView('printing', { revision: 3 }) });
    const { screen } = await given(caseView('printing'), recognised(), api);
    await screen.click('Il foglio non c’è');
    expect(api.to(`POST ${CASE}/envelope/void`)[0]?.body).toEqual({ revision: 1, reason: 'sheet-missing' });
    expect(screen.heading(1)).toBe('Prepara una busta nuova');
    await screen.press('Enter', document.body);
    expect(api.to(`POST ${CASE}/envelope`)).toHaveLength(1);
  });

  test('a jam is told with what became of the sheet', async () => {
    const jammed = caseView('authorised', { spoiledSheet: '000419', obstacle: { code: 'printer-unavailable', details: { condition: 'media-jam' } } });
    const { screen } = await given(jammed, recognised(), new FakeApi(), { station: station({ envelopes: 'media-jam' }) });
    expect(screen.text).toContain('Il foglio 000419 è scartato e i suoi codici non valgono più: mettilo da parte.');
    expect(screen.text).toContain('Libera la carta, poi premi Invio. Non serve ricominciare.');
    expect(screen.hasButton('Prepara codici nuovi')).toBe(true);
  });

  test('a printer that was off before anything was drawn has cost no sheet, and none is claimed', async () => {
    const waiting = caseView('authorised', { obstacle: { code: 'printer-unavailable', details: { printer: 'envelopes', condition: 'offline' } } });
    const { screen } = await given(waiting, recognised());
    expect(screen.text).toContain('Stampante Buste spenta o scollegata');
    expect(screen.text).not.toContain('scartato');
    expect(screen.heading(1)).toBe('Prepara la busta');
  });

  test('a queue that keeps documents on a disk is told with the reason, and whom to call', async () => {
    const waiting = caseView('authorised', { obstacle: { code: 'printer-unavailable', details: { printer: 'envelopes', condition: 'spools-to-disk' } } });
    const { screen } = await given(waiting, recognised(), new FakeApi(), { station: station({ envelopes: 'spools-to-disk' }) });
    expect(screen.text).toContain('Una coda tiene i documenti su un disco, e i codici non devono starci');
    expect(screen.text).toContain('Chiama l’amministratore di sistema.');
  });
});

describe('Scrittura', () => {
  const done = [
    { phase: 'sheet-scanned', at: '2026-11-24T09:41:58Z' },
    { phase: 'card-checked', at: '2026-11-24T09:41:59Z' },
  ] as const;

  test('the phases are told by words of the desk, and nothing can be pressed', async () => {
    const { screen } = await given(caseView('writing', { phases: [...done] }), recognised());
    expect(screen.text).toContain('Fase 3 di 5');
    expect(screen.text).toContain('Busta 000419 letta');
    expect(screen.hasButton('Sospendi')).toBe(false);
    expect(screen.hasButton('Rifiuta')).toBe(false);
  });

  test('a pulled card: neutral words, phases kept, and it goes on by itself', async () => {
    const { screen, hint } = await given(caseView('writing', { phases: [...done] }), recognised());
    await hint(caseView('interrupted', { revision: 2, phases: [...done], card: null }), null);
    expect(screen.heading(1)).toBe('Tessera tolta: reinseriscila.');
    expect(screen.text).toContain('Non serve ricominciare.');
    expect(screen.text).toContain('Nessun tasto da premere');
    expect(screen.text).not.toContain('ROSSI');
    await hint(caseView('writing', { revision: 3, phases: [...done] }), recognised());
    expect(screen.heading(1)).toBe('Scrittura in corso: lascia la tessera');
    await hint(caseView('written', { revision: 4 }), recognised());
    expect(screen.heading(1)).toBe('Consegna la busta 000419');
  });
});

describe('Consegna', () => {
  test('the form’s number, typed, records the delivery', async () => {
    const api = new FakeApi().on(`POST ${CASE}/scans`, { value: caseView('delivered', { revision: 2 }) });
    const { screen } = await given(caseView('written'), recognised(), api);
    expect(screen.text).toContain('«Ecco la busta: solo lei conosce i codici.');
    await screen.type('Codice esterno della busta o numero del modulo', 'p119-26');
    await screen.press('Enter', document.querySelector('#typed-code')!);
    expect(screen.heading(1)).toBe('Consegnata');
    expect(screen.text).toContain('Togli la tessera');
  });

  test('F9 puts the envelope into the safe, and the case aside', async () => {
    const api = new FakeApi().on(`POST ${CASE}/suspension`, { value: caseView('undelivered', { revision: 2 }) });
    const { screen } = await given(caseView('written'), recognised(), api);
    await screen.press('F9', document.body);
    expect(api.to(`POST ${CASE}/suspension`)).toHaveLength(1);
    expect(TestBed.inject(CaseStore).case()).toBeNull();
  });
});

describe('a card without a case', () => {
  test('one that cannot be used is told with the sentence to say', async () => {
    const { screen } = await given(null, { state: 'not-usable', insertionId: INSERTION_ID, insertedAt: '2026-11-24T09:42:00Z', reason: 'no-chip' });
    expect(screen.text).toContain('Tessera senza microchip');
    expect(screen.text).toContain('«La tessera vale comunque per le cure e in farmacia.');
  });

  test('while it is read, and for a moment only, nothing is said', async () => {
    const { screen } = await given(null, { state: 'reading', insertionId: INSERTION_ID, insertedAt: '2026-11-24T09:42:00Z' });
    expect(screen.text).toContain('Lettura in corso');
    expect(screen.text).not.toContain('di solito basta un secondo');
  });
});
