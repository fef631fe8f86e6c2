// SPDX-License-Identifier: AGPL-3.0-or-later
import { caseReadyToPrint } from './support/case-so-far';
import { DeskPage } from './support/desk-page';
import { expect, test } from './support/desk-test';
import { blindfold } from './support/blindfold';

test.describe('an act done twice', () => {
  test('is one act: a double click prints one envelope', async ({ desk, citizens, api }) => {
    await caseReadyToPrint(desk, citizens);
    const { loaded } = (await api.desk()).sheets;
    await desk.button('Identità verificata: stampa').dblclick();
    await citizens.envelope(await desk.awaitedSheet());
    expect((await api.desk()).sheets.loaded).toBe(loaded - 1);
  });

  test('is one act: Enter pressed twice prints one envelope', async ({ desk, citizens, api }) => {
    await caseReadyToPrint(desk, citizens);
    const { loaded } = (await api.desk()).sheets;
    await desk.hands.press('Enter');
    await desk.hands.press('Enter');
    await citizens.envelope(await desk.awaitedSheet());
    expect((await api.desk()).sheets.loaded).toBe(loaded - 1);
    await expect(desk.page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0);
  });
});

test.describe('two tabs on the same case', () => {
  test('show the same: what one does the other sees', async ({ desk, context, citizens }) => {
    const citizen = await caseReadyToPrint(desk, citizens);
    const other = new DeskPage(await context.newPage());
    await other.open();
    await expect(other.title).toHaveText(`${citizen.surname} ${citizen.name}`);
    await desk.hands.press('Enter');
    const sheet = await desk.awaitedSheet();
    expect(await other.awaitedSheet()).toBe(sheet);
  });

  test('do not undo each other: an act on what has changed since is refused with words', async ({ desk, context, citizens }) => {
    const citizen = await caseReadyToPrint(desk, citizens);
    const other = new DeskPage(await context.newPage());
    await other.open();
    await expect(other.title).toHaveText(`${citizen.surname} ${citizen.name}`);
    const see = await blindfold(other.page);
    await desk.page.bringToFront();
    await desk.hands.press('Enter');
    const sheet = await desk.awaitedSheet();

    await other.page.bringToFront();
    await other.button(/^Rifiuta/).click();
    await other.layer.getByRole('radio', { name: 'Manca un documento valido' }).check();
    await other.button(/^Rifiuta la pratica/).click();
    await expect(other.layer).toHaveCount(0);
    see();
    await expect(other.notice('La pratica è cambiata')).toContainText('La pagina mostra dov’è ora: guarda e riprendi.');
    expect(await other.awaitedSheet()).toBe(sheet);
  });
});

test.describe('a card that has just gone', () => {
  test('is missed by the server even when the page has not seen it go', async ({ desk, citizens, api }) => {
    await caseReadyToPrint(desk, citizens);
    const see = await blindfold(desk.page);
    await citizens.pull();
    await expect.poll(async () => (await api.desk()).cardInReader).toBeNull();
    await desk.hands.press('Enter');
    await expect(desk.notice(/^(Nel lettore non c’è la tessera|Tessera tolta)/)).toBeVisible();
    expect((await api.desk()).openCases).toMatchObject([{ state: 'recognised' }]);
    see();
    await expect(desk.page.getByRole('heading', { name: 'Tessera tolta: reinseriscila.' }).first()).toBeVisible();
  });
});
