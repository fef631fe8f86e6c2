// SPDX-License-Identifier: AGPL-3.0-or-later
import { expectAccessible, expectAccessibleInEveryWidth } from './support/accessibility';
import { expect, test } from './support/desk-test';
import { pageOf } from './support/page-of';

const PASSWORD = 'tramonto sul molo';

test('somebody is added by two administrators, comes in by a code with a password of their own, and is out everywhere at once', async ({ browser, stack }) => {
  const first = await pageOf(browser, stack, stack.administrator);
  await expect(first.title).toHaveText('Persone');
  await expectAccessibleInEveryWidth(first.page, 'the people');
  await first.button('Aggiungi una persona').click();
  await first.field('Nome da mostrare').fill('R. Rossi');
  await first.field('Nome utente').fill('rossi');
  await first.layer.getByRole('checkbox', { name: 'Massa · Sportello 2' }).check();
  await first.layer.getByRole('checkbox', { name: /^Operatore di sportello/ }).check();
  await first.layer.getByLabel('Motivo').fill('Comincia lunedì');
  await expectAccessible(first.page, 'the layer of a new person');
  await first.layer.getByRole('button', { name: 'Chiedi i ruoli' }).click();
  const person = first.page.getByRole('region', { name: 'R. Rossi' });
  await expect(person).toContainText('Attende un secondo amministratore');
  await expectAccessible(first.page, 'a person who waits for roles');

  const second = await pageOf(browser, stack, stack.secondAdministrator);
  await second.button('R. Rossi').click();
  await expectAccessibleInEveryWidth(second.page, 'roles to confirm');
  await second.button('Conferma i ruoli').click();
  await expect(second.page.getByRole('region', { name: 'R. Rossi' })).toContainText('Ruoli confermati: crea il codice d’invito');

  // The first administrator’s page hears of it by itself.
  await first.button('Crea il codice d’invito').click();
  const code = (await first.layer.locator('#invitation-code').textContent()) ?? '';
  await expectAccessible(first.page, 'the layer of a code');
  await first.button('Codice consegnato').click();

  const newcomer = await pageOf(browser, stack);
  await newcomer.page.getByRole('link', { name: 'Hai un codice d’invito?' }).click();
  await newcomer.field('Codice d’invito').fill(code);
  await newcomer.field('Nuova password').fill('rossi rossi 26');
  await newcomer.button('Salva e accedi').click();
  await expect(newcomer.notice('Password facile da indovinare')).toBeVisible();
  await expectAccessibleInEveryWidth(newcomer.page, 'an invitation with a password that is refused');
  await newcomer.field('Nuova password').fill(PASSWORD);
  await newcomer.hands.press('Enter');
  await expect(newcomer.button(/R\. Rossi/)).toBeVisible();
  await expect(person).toContainText('Sessioni aperte ora: 1');

  await first.button('Chiudi le sue sessioni').click();
  await first.layer.getByRole('radio', { name: 'Pagina lasciata aperta' }).check();
  await expectAccessible(first.page, 'the layer of a forced sign-out');
  await first.button(/^Chiudi le sessioni$/).click();
  await expect(newcomer.layer).toContainText('Accedi di nuovo');
  await expect(person).toContainText('Nessuna sessione aperta');

  await first.button('Modifica').click();
  await first.field('Codice fiscale').fill('RSSMRA80A41H501Y');
  await first.layer.getByLabel('Motivo').fill('Mancava');
  await expectAccessible(first.page, 'the layer of another codice fiscale');
  await first.button('Salva').click();
  await expect(person).toContainText('Attende un secondo amministratore');
  await expectAccessibleInEveryWidth(second.page, 'a codice fiscale to confirm');
  await second.button('Conferma il codice fiscale').click();
  await expect(person).toContainText('RSSMRA80A41H501Y');
  await expect(person).not.toContainText('Attende un secondo amministratore');

  await first.button('Non è più in servizio').click();
  await first.layer.getByRole('radio', { name: 'Fine del servizio' }).check();
  await first.button('Segna come non più in servizio').click();
  await expect(person).toContainText('Non può accedere');
  await expectAccessible(first.page, 'a person who has left');
  await newcomer.signIn({ username: 'rossi', password: PASSWORD });
  await expect(newcomer.page.getByRole('alert').filter({ hasText: /\S/ })).toHaveText('Nome utente o password non riconosciuti. Riprova.');

  await first.page.getByRole('banner').getByRole('button', { name: /P\. Masi/ }).click();
  await first.page.getByRole('link', { name: 'Permessi' }).click();
  await expect(first.title).toHaveText('Permessi');
  await expect(first.page.getByRole('row', { name: /^Confermare, come secondo amministratore/ }).getByText('Sì', { exact: true })).toHaveCount(1);
  await expectAccessibleInEveryWidth(first.page, 'the permissions');
  for (const desk of [first, second, newcomer]) await desk.page.context().close();
});
