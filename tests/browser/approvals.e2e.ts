// SPDX-License-Identifier: AGPL-3.0-or-later
import { expectAccessibleInEveryWidth, expectWholeStepInSight } from './support/accessibility';
import { askedBefore, caseForApproval } from './support/case-for-approval';
import { expect, test } from './support/desk-test';
import { pageOf } from './support/page-of';

test.describe('a case that needs a supervisor’s approval', () => {
  test('is on the supervisor’s page at once, and their yes lets the operator’s envelope print', async ({ desk, citizens, api, stack, browser }) => {
    const supervisor = await pageOf(browser, stack, stack.supervisor);
    const requests = supervisor.page.getByRole('region', { name: 'Richieste di approvazione' });
    await expect(requests).toContainText('Nessuna richiesta in attesa.');

    const number = await caseForApproval(desk, citizens, api);
    await expect(desk.page.getByText('Manca la risposta del supervisore')).toBeVisible();
    await expectAccessibleInEveryWidth(desk.page, 'a case that waits for a supervisor');
    await expectWholeStepInSight(desk.page, 'a case that waits for a supervisor');

    await expect(requests.getByRole('heading', { name: /Amministratore di sostegno, / })).toBeVisible();
    await expect(supervisor.page.getByRole('link', { name: 'Approvazioni 1 da decidere' })).toBeVisible();
    await expectAccessibleInEveryWidth(supervisor.page, 'the supervisor’s page with a request');
    await requests.getByRole('button', { name: `Decidi sulla pratica ${number}` }).click();
    await expect(supervisor.layer.getByRole('heading', { name: `Approvazione della pratica ${number}` })).toBeVisible();
    await expect(supervisor.layer).toContainText('n. 412/2024 del 01/03/2024, Tribunale di Massa');
    await expectAccessibleInEveryWidth(supervisor.page, 'the layer of a decision');
    await supervisor.button(/^Approva$/).click();
    await expect(supervisor.layer).toHaveCount(0);
    await expect(requests).toContainText('Nessuna richiesta in attesa.');
    await supervisor.page.getByRole('link', { name: 'Approvazioni' }).click();
    await expect(supervisor.title).toHaveText('Approvazioni');
    await expectAccessibleInEveryWidth(supervisor.page, 'no request');
    await supervisor.page.context().close();

    expect(await citizens.envelope(await desk.awaitedSheet())).toBeDefined();
  });

  test('is signed by a supervisor who stands at the desk, on the operator’s page and by keyboard alone', async ({ desk, citizens, api, stack }) => {
    await caseForApproval(desk, citizens, api);
    await desk.hands.press('Enter');
    await expect(desk.layer.getByRole('heading', { name: /^Firma del supervisore/ })).toBeVisible();
    await desk.field('Nome utente del supervisore').fill(stack.supervisor.username);
    await desk.field('Password del supervisore').fill('non è questa');
    await desk.hands.press('Enter');
    await expect(desk.layer).toContainText('Nome utente o password non giusti.');
    await expect(desk.field('Password del supervisore')).toHaveValue('');
    await expect(desk.field('Password del supervisore')).toBeFocused();
    await expectAccessibleInEveryWidth(desk.page, 'the layer of a signature');
    await desk.field('Password del supervisore').fill(stack.supervisor.password);
    await desk.hands.press('Enter');
    await expect(desk.layer).toHaveCount(0);
    await desk.awaitedSheet();
  });

  test('ends with the supervisor’s words when they say no', async ({ desk, citizens, api, stack }) => {
    const number = await caseForApproval(desk, citizens, api);
    await desk.button('Firma qui il supervisore').click();
    await desk.field('Nome utente del supervisore').fill(stack.supervisor.username);
    await desk.field('Password del supervisore').fill(stack.supervisor.password);
    await desk.button('Non approvare').click();
    await expect(desk.layer).toContainText('Scrivi il motivo');
    await desk.layer.getByRole('textbox', { name: /^Motivo/ }).fill('Il decreto non comprende questo atto');
    await desk.button('Non approvare').click();
    await expect(desk.title).toHaveText(`Pratica ${number} rifiutata`);
    await expect(desk.page.getByText('Il decreto non comprende questo atto')).toBeVisible();
    await expectAccessibleInEveryWidth(desk.page, 'a case that was not approved');
  });

  test('lets the citizen come back without queueing after three minutes, and the card reopens it', async ({ desk, citizens, api, stack }) => {
    const number = await caseForApproval(desk, citizens, api);
    await expect(desk.button('Torna senza fila')).toHaveCount(0);
    await askedBefore(stack, 3);
    await desk.page.reload();
    await desk.openCases.getByRole('button', { name: new RegExp(`^${number}\\b|Pratica ${number}`) }).first().click();
    await expect(desk.notice('Nessuna risposta dal supervisore da 3 minuti')).toContainText('La pratica è salva.');
    await expectAccessibleInEveryWidth(desk.page, 'a case that nobody answers');
    await expectWholeStepInSight(desk.page, 'a case that nobody answers');
    await desk.button('Torna senza fila').click();
    await expect(desk.layer).toContainText(number);
    await desk.hands.press('Escape');
    await expect(desk.title).toHaveText('Il cittadino torna senza fila');
    await expectAccessibleInEveryWidth(desk.page, 'a citizen who comes back');
  });
});
