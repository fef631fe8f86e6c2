// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from './support/desk-test';
import { writtenDate } from './support/written-date';

test.describe('the step Identità', () => {
  test('says what is missing in the order in which it can be solved, and Enter goes to the first', async ({ desk, citizens }) => {
    const citizen = await citizens.comes({ document: 'cie' });
    await citizens.insert(citizen);
    await expect(desk.whatIsMissing).toHaveText(['Manca: numero del documento', 'Manca: data di rilascio', 'Manca: scadenza']);
    await desk.field('Numero').fill(citizen.document.number);
    await desk.hands.press('Enter');
    await expect(desk.field('Data di rilascio')).toBeFocused();
    await expect(desk.whatIsMissing.first()).toHaveText('Manca: data di rilascio');
  });

  test('tells a date that cannot be under its field, once it is left', async ({ desk, citizens }) => {
    await citizens.insert(await citizens.comes());
    const date = desk.field('Data di rilascio');
    await date.fill('31/02/2020');
    await expect(desk.page.getByText('Il 31 febbraio non esiste')).toHaveCount(0);
    await date.blur();
    await expect(date).toHaveAccessibleDescription('Il 31 febbraio non esiste');
    await date.fill('28/02/2020');
    await expect(desk.page.getByText('Il 31 febbraio non esiste')).toHaveCount(0);
  });

  test('leaves a difference between chip and document to the operator, who decides it in its row', async ({ desk, citizens }) => {
    const citizen = await citizens.comesWith('second-name');
    await citizens.insert(citizen);
    await expect(desk.field('Numero')).toBeFocused();
    await desk.hands.scan(...citizen.document.mrz);
    // A scan fills and then hands the focus on; the next key within the same frame would still be the number's.
    await expect(desk.field('Data di rilascio')).toBeFocused();
    await desk.hands.type(writtenDate(citizen.document.issuedOn));
    const row = desk.page.getByRole('row').filter({ hasText: citizen.document.name });
    await expect(row).toContainText('Secondo nome in più');
    await expect(desk.whatIsMissing).toHaveText(['Da decidere: nome diverso']);
    await desk.hands.press('Enter');
    await expect(row.getByRole('button', { name: 'È la stessa persona' })).toBeFocused();
    await desk.hands.press('Enter');
    await expect(desk.whatIsMissing).toHaveCount(0);
    await desk.button('Identità verificata: stampa').click();
    await desk.awaitedSheet();
  });

  test('takes an omocode for what it is: the same person', async ({ desk, citizens }) => {
    const citizen = await citizens.comesWith('omocode');
    await citizens.insert(citizen);
    await desk.fillDocument(citizen);
    await expect(desk.whatIsMissing).toHaveCount(0);
    await desk.hands.press('Enter');
    await desk.awaitedSheet();
  });

  test('refuses an expired document with the sentence to say, and takes another one', async ({ desk, citizens }) => {
    const citizen = await citizens.comesWith('document-expired');
    await citizens.insert(citizen);
    await desk.fillDocument(citizen);
    const notice = desk.notice('Documento scaduto');
    await expect(notice).toContainText(`Il documento è scaduto il ${writtenDate(citizen.document.expiresOn)}.`);
    await expect(notice).toContainText('«Il suo documento è scaduto. Torni con un documento valido: passaporto o patente vanno bene.»');
    await notice.getByRole('button', { name: 'Usa un altro documento' }).click();
    await expect(notice).toHaveCount(0);
    await expect(desk.field('Numero')).toHaveValue('');
  });

  test('refuses a paper identity card, and F8 ends the case with that reason', async ({ desk, citizens, api }) => {
    const citizen = await citizens.comesWith('paper-document');
    await citizens.insert(citizen);
    await desk.fillDocument(citizen);
    await expect(desk.notice('Carta d’identità cartacea non valida dal 3/8/2026')).toContainText('«La carta d’identità di carta non vale più');
    const refusedBefore = (await api.desk()).today.refused;
    await desk.button(/^Chiudi la pratica/).click();
    await expect(desk.layer.getByRole('radio', { name: 'Carta d’identità cartacea' })).toBeChecked();
    await desk.button(/^Rifiuta la pratica/).click();
    await expect(desk.title).toHaveText(/^Pratica \d+ rifiutata$/);
    expect((await api.desk()).today.refused).toBe(refusedBefore + 1);
  });

  test('is given up with F8, a reason and Enter, without the mouse', async ({ desk, citizens }) => {
    await citizens.insert(await citizens.comes());
    await expect(desk.field('Numero')).toBeFocused();
    await desk.hands.press('F8');
    await desk.layer.getByRole('radio', { name: 'Il cittadino rinuncia' }).check();
    await desk.hands.press('Enter');
    await expect(desk.title).toHaveText(/chiusa per rinuncia$/);
  });
});

test.describe('a card pulled in the middle of the identification', () => {
  test('keeps what was typed, hidden, until the same card is back', async ({ desk, citizens }) => {
    const citizen = await citizens.comes();
    await citizens.insert(citizen);
    await desk.fillDocument(citizen);
    await citizens.pull();
    await expect(desk.page.getByRole('heading', { name: 'Tessera tolta: reinseriscila.' })).toBeVisible();
    await citizens.insert(citizen);
    await expect(desk.field('Numero')).toHaveValue(citizen.document.number);
    await expect(desk.field('Scadenza')).toHaveValue(writtenDate(citizen.document.expiresOn));
    await desk.button('Identità verificata: stampa').click();
    await desk.awaitedSheet();
  });

  test('keeps it also while another citizen is served in between', async ({ desk, citizens }) => {
    const [first, second] = [await citizens.comes(), await citizens.comes()];
    await citizens.insert(first);
    await desk.fillDocument(first);
    await citizens.pull();
    await expect(desk.page.getByRole('heading', { name: 'Tessera tolta: reinseriscila.' })).toBeVisible();
    await citizens.insert(second);
    await expect(desk.title).toHaveText(`${second.surname} ${second.name}`);
    await expect(desk.field('Numero')).toHaveValue('');
    await citizens.pull();
    await expect(desk.page.getByRole('heading', { name: 'Tessera tolta: reinseriscila.' })).toBeVisible();
    await citizens.insert(first);
    await expect(desk.title).toHaveText(`${first.surname} ${first.name}`);
    await expect(desk.field('Numero')).toHaveValue(first.document.number);
  });
});
