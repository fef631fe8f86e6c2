// SPDX-License-Identifier: AGPL-3.0-or-later
import { expectAccessibleInEveryWidth, expectWholeStepInSight } from './support/accessibility';
import { caseWritten } from './support/case-so-far';
import { DeskPage } from './support/desk-page';
import { expect, test } from './support/desk-test';
import { pageOf } from './support/page-of';

test.describe('an operator in training', () => {
  test('hands over only once a tutor has signed beside, and sees the drill ticked', async ({ page, citizens, stack, browser }) => {
    const desk = new DeskPage(page);
    await desk.open();
    await desk.signIn(stack.trainee);
    await expect(desk.page.getByRole('banner').getByText('Operatore in formazione')).toBeVisible();
    await caseWritten(desk, citizens);
    await expect(desk.page.getByText('Manca: la firma del tutor')).toBeVisible();
    await expectWholeStepInSight(desk.page, 'the delivery of a trainee');

    await desk.hands.scan(await desk.formNumber());
    await expect(desk.notice('Manca la firma del tutor')).toBeVisible();
    await expectAccessibleInEveryWidth(desk.page, 'a delivery without a tutor');
    await desk.notice('Manca la firma del tutor').getByRole('button', { name: 'Firma qui il tutor' }).click();
    const sign = async (username: string, password: string) => {
      await desk.field('Nome utente del tutor').fill(username);
      await desk.field('Password del tutor').fill(password);
      await desk.hands.press('Enter');
    };
    await sign(stack.trainee.username, stack.trainee.password);
    await expect(desk.layer).toContainText('Non puoi essere il tutor di te stesso.');
    await expectAccessibleInEveryWidth(desk.page, 'the layer of a tutor');
    await sign(stack.colleague.username, stack.colleague.password);
    // What was read before counts now.
    await expect(desk.title).toHaveText('Consegnata');
    await citizens.pull();

    await desk.button(/S\. Nuti/).click();
    await desk.page.getByRole('link', { name: 'Formazione' }).click();
    const drills = desk.page.getByRole('region', { name: 'Le tue esercitazioni' });
    await expect(drills.getByRole('listitem').filter({ hasText: 'Titolare' })).toContainText('Fatta il');
    await expect(desk.page.getByText(/^M\. Verdi ti affianca, fino alle/)).toBeVisible();
    await expectAccessibleInEveryWidth(desk.page, 'the drills of a trainee');
    const [file] = await Promise.all([desk.page.waitForEvent('download'), desk.page.getByRole('link', { name: 'Scarica l’attestato' }).click()]);
    expect(file.suggestedFilename()).toBe('esercitazioni.json');

    const supervisor = await pageOf(browser, stack, stack.supervisor);
    await supervisor.page.getByRole('button', { name: /C\. Landi/ }).click();
    await supervisor.page.getByRole('link', { name: 'Formazione' }).click();
    await supervisor.button('Apri la formazione di S. Nuti').click();
    await expect(supervisor.page.getByRole('heading', { name: 'Formazione di S. Nuti' })).toBeVisible();
    await expectAccessibleInEveryWidth(supervisor.page, 'the training of a body');
    await supervisor.button(/^Abilita$/).click();
    await expectAccessibleInEveryWidth(supervisor.page, 'the layer that enables');
    await supervisor.page.context().close();
  });
});
