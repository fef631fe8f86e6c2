// SPDX-License-Identifier: AGPL-3.0-or-later
import { expectAccessible, expectAccessibleInEveryWidth } from './support/accessibility';
import { expect, test } from './support/desk-test';
import { td2, td3 } from './support/zones';

const EXPIRY = '2033-05-06';

test.describe('documents of every sort', () => {
  test('a passport’s zone fills in what it bears, and the issuer is left to be written', async ({ desk, citizens }) => {
    const citizen = await citizens.comes({ document: 'cie' });
    await citizens.insert(citizen);
    await expect(desk.field('Numero')).toBeFocused();
    await desk.hands.scan(...td3(citizen, { code: 'P', state: 'ITA', number: 'YA1234567', expiresOn: EXPIRY }));
    await expect(desk.field('Tipo')).toHaveValue('passport');
    await expect(desk.field('Numero')).toHaveValue('YA1234567');
    await expect(desk.field('Scadenza')).toHaveValue('06/05/2033');
    await expect(desk.whatIsMissing).toHaveText(['Manca: chi l’ha rilasciato', 'Manca: data di rilascio']);
    await expect(desk.field('Rilasciato da')).toBeFocused();
  });

  test('a card of another State in two lines is taken, and a residence permit is refused with what to bring', async ({ desk, citizens }) => {
    const citizen = await citizens.comes({ document: 'cie' });
    await citizens.insert(citizen);
    await expect(desk.field('Numero')).toBeFocused();
    await desk.hands.scan(...td2(citizen, { code: 'ID', state: 'ROU', number: 'RX123456', expiresOn: EXPIRY }));
    await expect(desk.field('Tipo')).toHaveValue('eu-identity-card');
    await expect(desk.field('Rilasciato da')).toHaveValue('ROU');
    await expectAccessible(desk.page, 'a card of another State');
    await desk.hands.scan(...td2(citizen, { code: 'IR', state: 'ITA', number: 'I1234567', expiresOn: EXPIRY }));
    await expect(desk.notice('Documento che qui non vale')).toContainText('«Il permesso di soggiorno qui non basta da solo.');
    await expectAccessibleInEveryWidth(desk.page, 'a document that is not accepted');
  });

  test('a zone is typed where no scanner reads it, slips and all', async ({ desk, citizens }) => {
    const citizen = await citizens.comes({ document: 'cie' });
    await citizens.insert(citizen);
    const [first = '', second = ''] = td3(citizen, { code: 'P', state: 'ITA', number: 'YA1234567', expiresOn: EXPIRY });
    await desk.button('Scrivi la banda MRZ').click();
    await expectAccessibleInEveryWidth(desk.page, 'typing a zone');
    const zone = desk.field('Le righe in fondo al documento');
    await zone.fill(`${first}\n${second.replace('YA1234567', 'YA1234568')}`);
    await desk.button('Usa questi dati').click();
    await expect(desk.layer).toContainText('Il numero del documento non torna con la sua cifra di controllo');
    // An O for the zeros of the dates, and the fillers at the end of the first line left out.
    await zone.fill(`${first.replace(/<+$/, '')}\n${second.slice(0, 13)}${second.slice(13, 28).replaceAll('0', 'O')}${second.slice(28)}`);
    await desk.button('Usa questi dati').click();
    await expect(desk.layer).toHaveCount(0);
    await expect(desk.field('Numero')).toHaveValue('YA1234567');
  });

  test('an STP code is explained, and is a reason to end the case', async ({ desk, citizens }) => {
    await citizens.insert(await citizens.comes({ document: 'cie' }));
    await expect(desk.field('Numero')).toBeFocused();
    await desk.hands.scan('STP0901234567890');
    await expect(desk.notice(/^Codice STP o ENI/)).toContainText('«Con il suo codice ha diritto alle cure');
    await desk.notice(/^Codice STP o ENI/).getByRole('button', { name: 'Chiudi la pratica' }).click();
    await expect(desk.layer.getByRole('radio', { name: 'Codice STP o ENI: senza tessera' })).toBeChecked();
    await expectAccessible(desk.page, 'reasons to refuse');
    await desk.button(/^Rifiuta la pratica/).click();
    await expect(desk.title).toHaveText(/rifiutata$/);
  });
});

test.describe('what the citizen hears and reads', () => {
  test('F3 answers for everybody who may come, with the arrows', async ({ desk }) => {
    await expect(desk.title).toHaveText('Inserisci una tessera');
    await desk.hands.press('F3');
    await expect(desk.field('Chi viene')).toBeFocused();
    await desk.hands.press('ArrowDown');
    await expect(desk.page.getByText('Basta un genitore. Il figlio può restare a casa.')).toBeVisible();
    await expect(desk.page.getByText('Anche la propria tessera sanitaria')).toBeVisible();
    await desk.field('Chi viene').selectOption('health-delegate');
    await expect(desk.page.getByText('La delega TS-CNS compilata e firmata dal titolare')).toBeVisible();
    await expectAccessibleInEveryWidth(desk.page, 'what to bring, for a delegate');
    await desk.button(/^Stampa il promemoria/).click();
    await expect(desk.page.getByText('In stampa sulla stampante Moduli')).toBeVisible();
    // What is shown to the citizen is about whoever was asked for.
    await desk.hands.press('F4');
    await expect(desk.layer).toContainText('Porti la tessera e la copia del documento di chi la delega');
  });

  test('F4 speaks the citizen’s language, chosen with the arrows, from right to left where it runs so', async ({ desk, citizens }) => {
    await citizens.insert(await citizens.comes());
    await expect(desk.field('Numero')).toBeFocused();
    await desk.hands.press('F4');
    await expect(desk.layer.getByRole('radio', { name: 'Italiano' })).toBeFocused();
    await desk.hands.press('ArrowDown');
    await expect(desk.layer).toContainText('I check your document');
    await desk.hands.press('ArrowUp');
    await desk.hands.press('ArrowUp');
    const phrase = desk.layer.getByRole('status');
    await expect(phrase).toHaveAttribute('dir', 'rtl');
    await expect(phrase).toHaveAttribute('lang', 'ar');
    await expectAccessibleInEveryWidth(desk.page, 'shown in Arabic');
    await desk.hands.press('Escape');
    await expect(desk.field('Numero')).toBeFocused();
  });
});
