// SPDX-License-Identifier: AGPL-3.0-or-later
import { expectAccessibleInEveryWidth, expectWholeStepInSight } from './support/accessibility';
import { caseReadyToPrint, caseWritten } from './support/case-so-far';
import { expect, test } from './support/desk-test';
import { handOver } from './support/hand-over';
import { pageOf } from './support/page-of';

test.describe('the record of a case', () => {
  test('takes a correction after the delivery, beside what was recorded', async ({ desk, citizens }) => {
    const { citizen, envelope } = await caseWritten(desk, citizens);
    const number = await desk.caseNumber();
    await expectWholeStepInSight(desk.page, 'a case with its record at hand');
    await handOver(desk.page);
    await desk.hands.scan(envelope.outerCode);
    await expect(desk.title).toHaveText('Consegnata');

    await desk.button('Scheda della pratica').click();
    await expect(desk.layer).toContainText(`Pratica ${number}`);
    await desk.layer.getByRole('button', { name: 'Rettifica' }).click();
    await expect(desk.field('Dato da rettificare')).toBeFocused();
    await desk.button('Registra la rettifica').click();
    await expect(desk.layer.last()).toContainText('Scegli il dato');
    await expectAccessibleInEveryWidth(desk.page, 'a correction');
    await desk.field('Dato da rettificare').selectOption('document-issuer');
    await desk.field('Valore giusto').fill('Comune di Carrara');
    await desk.field('Motivo').fill('Comune scritto per sbaglio');
    await desk.button('Registra la rettifica').click();
    const corrected = desk.layer.getByRole('listitem').filter({ hasText: 'Rilasciato da' });
    await expect(corrected).toContainText('Comune di Carrara');
    await expect(corrected).toContainText(citizen.document.issuer);
    await expectAccessibleInEveryWidth(desk.page, 'a corrected record');

    await citizens.pull();
    await expect(corrected).toContainText('I valori si vedono con la tessera nel lettore.');
    expect(await desk.partsShown([citizen.surname, 'Comune di Carrara'])).toEqual([]);
    await desk.hands.press('Escape');
    await expect(desk.title).toHaveText('Inserisci una tessera');
  });

  test('puts the case into a colleague’s hands, who sees it marked', async ({ desk, citizens, stack, browser }) => {
    await caseReadyToPrint(desk, citizens);
    const number = await desk.caseNumber();
    await desk.button('Scheda della pratica').click();
    await desk.layer.getByRole('button', { name: 'Passa al collega' }).click();
    await expect(desk.field('A chi')).toBeVisible();
    await expectAccessibleInEveryWidth(desk.page, 'the hand-over of a case');
    await desk.field('A chi').selectOption({ label: 'M. Verdi' });
    await desk.field('Nota per il collega (facoltativa)').fill('Torna alle undici');
    await desk.button('Passa la pratica').click();
    await expect(desk.layer).toContainText('M. Verdi');
    await desk.hands.press('Escape');
    await desk.hands.press('F9');
    await citizens.pull();
    await expect(desk.page.getByRole('row', { name: `Riprendi la pratica ${number} ` })).toContainText('M. Verdi');

    const colleague = await pageOf(browser, stack, stack.colleague);
    const line = colleague.page.getByRole('row', { name: `Riprendi la pratica ${number} ` });
    await expect(line).toContainText('Passata a te');
    await expectAccessibleInEveryWidth(colleague.page, 'a case that was handed over');
    await line.getByRole('button').click();
    await colleague.button('Scheda della pratica').click();
    await expect(colleague.layer).toContainText('Passata da L. Bini');
    await expect(colleague.layer).toContainText('Torna alle undici');
    await colleague.page.context().close();
  });
});
