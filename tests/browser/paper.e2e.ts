// SPDX-License-Identifier: AGPL-3.0-or-later
import { expectAccessibleInEveryWidth, expectWholeStepInSight } from './support/accessibility';
import { caseReadyToPrint, caseWithEnvelope, caseWritten } from './support/case-so-far';
import { expect, test } from './support/desk-test';

test.describe('the envelope', () => {
  test('is expected by its number: another sheet is told apart, and the right one goes on', async ({ desk, citizens }) => {
    const { envelope } = await caseWithEnvelope(desk, citizens);
    await desk.hands.scan('000999-K7P4XR');
    const notice = desk.notice('Foglio diverso dall’atteso');
    await expect(notice).toContainText(`Hai letto il foglio 000999, la pratica aspetta il ${envelope.controlNumber}. La tessera non è stata toccata.`);
    await expect(notice.getByRole('button', { name: 'Il foglio non c’è' })).toBeVisible();
    await notice.getByRole('button', { name: `Leggi il foglio ${envelope.controlNumber}` }).click();
    await expect(notice).toHaveCount(0);
    await expect(desk.field('Codice esterno')).toBeFocused();
    await desk.hands.scan(envelope.outerCode);
    await expect(desk.title).toHaveText(`Consegna la busta ${envelope.controlNumber}`);
  });

  test('is known by its six characters: its number alone, or a guess, starts nothing', async ({ desk, citizens }) => {
    const { envelope } = await caseWithEnvelope(desk, citizens);
    const guess = envelope.outerCode.endsWith('K7P4XR') ? 'K7P4XS' : 'K7P4XR';
    await desk.hands.scan(`${envelope.controlNumber}-${guess}`);
    await expect(desk.notice('Codice non riconosciuto')).toContainText('Nulla è cambiato');
    await expect(desk.title).toHaveText(`Leggi il codice esterno della busta ${envelope.controlNumber}`);
    await desk.field('Codice esterno').fill(envelope.controlNumber);
    await desk.hands.press('Enter');
    await expect(desk.field('Codice esterno')).toHaveAccessibleDescription(/Il codice non è completo/);
  });

  test('scanned twice in a row is the go-ahead once, and no delivery', async ({ desk, citizens, api, stack }) => {
    const { envelope } = await caseWithEnvelope(desk, citizens);
    stack.station.freeze();
    try {
      await desk.hands.scan(envelope.outerCode, envelope.outerCode);
      await expect(desk.title).toHaveText('Scrittura in corso: lascia la tessera');
      await desk.hands.scan(envelope.outerCode);
      await expect(desk.notice('Busta già letta')).toContainText('nulla è stato fatto due volte');
    } finally {
      stack.station.thaw();
    }
    await expect(desk.title).toHaveText(`Consegna la busta ${envelope.controlNumber}`);
    expect((await api.desk()).openCases).toMatchObject([{ state: 'written' }]);
  });

  test('that is spoiled before the go-ahead is replaced by the next sheet, with new codes', async ({ desk, citizens, api }) => {
    const { envelope } = await caseWithEnvelope(desk, citizens);
    const spoiledBefore = (await api.desk()).today.spoiled;
    await desk.button('Il foglio è rovinato').click();
    await expect(desk.title).toHaveText('Prepara una busta nuova');
    expect((await api.desk()).today.spoiled).toBe(spoiledBefore + 1);
    await desk.hands.press('Enter');
    const next = await desk.awaitedSheet();
    expect(next).not.toBe(envelope.controlNumber);
    await desk.hands.scan(envelope.outerCode);
    await expect(desk.notice('Foglio scartato')).toContainText(`I codici del foglio ${envelope.controlNumber} non valgono più.`);
    await desk.hands.scan((await citizens.envelope(next)).outerCode);
    await expect(desk.title).toHaveText(`Consegna la busta ${next}`);
  });

  test('that jams in the printer costs a sheet and no card: the next one has new codes', async ({ desk, citizens, api }) => {
    await caseReadyToPrint(desk, citizens);
    const spoiledBefore = (await api.desk()).today.spoiled;
    await desk.hands.press('Enter');
    const jammed = await desk.awaitedSheet();
    await citizens.printing('buste');
    await citizens.fault('envelopes-jam');
    const notice = desk.notice('Carta inceppata nella stampante Buste');
    await expect(notice).toContainText('Libera la carta, poi premi Invio. Non serve ricominciare.');
    await expect(desk.devices).toContainText('Buste: carta inceppata');
    await citizens.fault('envelopes-jam', false);
    await expectAccessibleInEveryWidth(desk.page, 'printer jammed');
    await expectWholeStepInSight(desk.page, 'printer jammed');
    await expect(desk.devices).not.toContainText('Buste: carta inceppata');
    await desk.hands.press('Enter');
    const sheet = await desk.awaitedSheet();
    expect(sheet).not.toBe(jammed);
    expect((await api.desk()).today.spoiled).toBe(spoiledBefore + 1);
    await expect(notice).toHaveCount(0);
    await desk.hands.scan((await citizens.envelope(sheet)).outerCode);
    await expect(desk.title).toHaveText(`Consegna la busta ${sheet}`);
  });

  test('is put aside with F9 when the citizen leaves, and scanning it takes its case up again', async ({ desk, citizens, api }) => {
    const { envelope } = await caseWritten(desk, citizens);
    await desk.hands.press('F9');
    await expect(desk.title).toHaveText('Togli la tessera');
    await citizens.pull();
    await expect(desk.title).toHaveText('Inserisci una tessera');
    await expect(desk.openCases).toContainText(`Consegna la busta ${envelope.controlNumber}, ora in custodia`);
    expect((await api.desk()).today.held).toBe(1);
    await desk.hands.scan('000999-K7P4XR');
    await expect(desk.notice('Nessuna pratica aperta aspetta 000999')).toContainText('mettila da parte, chiusa');
    await desk.hands.scan(envelope.outerCode);
    await expect(desk.title).toHaveText(`Consegna la busta ${envelope.controlNumber}, ora in custodia`);
    await desk.hands.scan(envelope.outerCode);
    await expect(desk.title).toHaveText('Consegnata');
  });
});

test.describe('the form', () => {
  test('that finds no paper holds nothing up, and is printed again at the delivery', async ({ desk, citizens }) => {
    await caseReadyToPrint(desk, citizens);
    await citizens.fault('forms-out-of-paper');
    await desk.hands.press('Enter');
    const { outerCode, controlNumber } = await citizens.envelope(await desk.awaitedSheet());
    await expect(desk.devices).toContainText('Moduli: carta finita');
    await expect(desk.notice('Modulo non stampato')).toContainText('La pratica va avanti lo stesso.');
    await desk.hands.scan(outerCode);
    await expect(desk.title).toHaveText(`Consegna la busta ${controlNumber}`);
    await citizens.fault('forms-out-of-paper', false);
    await expect(desk.devices).not.toContainText('Moduli: carta finita');
    await desk.button('Ristampa il modulo').click();
    await desk.hands.scan(await citizens.form(await desk.formNumber()));
    await expect(desk.title).toHaveText('Consegnata');
  });

  test('of another case delivers nothing', async ({ desk, citizens }) => {
    const { envelope } = await caseWritten(desk, citizens);
    await desk.hands.scan('P99999-26');
    await expect(desk.notice('Il modulo è di un’altra pratica')).toContainText('Nulla è cambiato');
    await expect(desk.title).toHaveText(`Consegna la busta ${envelope.controlNumber}`);
  });
});
