// SPDX-License-Identifier: AGPL-3.0-or-later
import { expectAccessibleInEveryWidth, expectWholeStepInSight } from './support/accessibility';
import { caseWritten } from './support/case-so-far';
import { expect, test } from './support/desk-test';

/** What the desk says of a card that it does not activate, and what the operator says across the counter. */
const REFUSED = [
  { story: 'not-cns', title: 'Non è una tessera sanitaria', sentence: /«Questa è un’altra carta/ },
  { story: 'card-expired', title: 'Tessera scaduta', sentence: /«Questa tessera è scaduta/ },
  { story: 'already-active', title: 'Già attiva: usa Duplicato', sentence: /«La sua tessera è già attiva/ },
] as const;

test.describe('a card that cannot be activated', () => {
  for (const { story, title, sentence } of REFUSED) {
    test(`is told with its reason, and with what to say: ${story}`, async ({ desk, citizens, api }) => {
      await citizens.insert(await citizens.comesWith(story));
      const notice = desk.notice(title);
      await expect(notice.getByRole('heading')).toHaveText(title);
      await expect(notice).toContainText(sentence);
      await expect(desk.page.getByText('Nessuna pratica aperta, la visita è registrata')).toBeVisible();
      await expect(desk.page.getByText('Togli la tessera e restituiscila')).toBeVisible();
      await expectAccessibleInEveryWidth(desk.page, story);
      await expectWholeStepInSight(desk.page, story);
      expect((await api.desk()).openCases).toEqual([]);
      await citizens.pull();
      await expect(desk.title).toHaveText('Inserisci una tessera');
    });
  }
});

test.describe('a paper to take home', () => {
  test('says why a card gets no case, and the page says when it is out', async ({ desk, citizens }) => {
    await citizens.insert(await citizens.comesWith('card-expired'));
    await desk.button('Stampa il foglio').click();
    await expect(desk.notice('Tessera scaduta')).toContainText('Stampato: prendilo da Moduli');
    await expectAccessibleInEveryWidth(desk.page, 'slip printed');
    await expectWholeStepInSight(desk.page, 'slip printed');
  });

  test('is printed from the case, too, without moving it', async ({ desk, citizens }) => {
    await caseWritten(desk, citizens);
    await desk.button(/^Stampa$/).click();
    await expectAccessibleInEveryWidth(desk.page, 'papers of a case');
    await desk.layer.getByRole('button', { name: 'Stampa di nuovo la ricevuta' }).click();
    await expect(desk.layer).toContainText('Stampato: prendilo da Moduli');
    await desk.hands.press('Escape');
    await expectWholeStepInSight(desk.page, 'papers of a case closed');
  });
});

test.describe('a card pulled while it is read', () => {
  test('leaves no case, and opens one when it comes back', async ({ desk, citizens, api }) => {
    const citizen = await citizens.comes();
    await citizens.fault('slow-chip');
    await citizens.insert(citizen);
    await expect(desk.cardPanel).toContainText('Lettura in corso');
    await citizens.pull();
    await expect(desk.title).toHaveText('Inserisci una tessera');
    expect((await api.desk()).openCases).toEqual([]);
    await citizens.fault('slow-chip', false);
    await citizens.insert(citizen);
    await expect(desk.title).toHaveText(`${citizen.surname} ${citizen.name}`);
  });
});

test.describe('a card whose data are shown', () => {
  test('takes them along when it is pulled: nothing personal stays on the page', async ({ desk, citizens }) => {
    const citizen = await citizens.comes();
    await citizens.insert(citizen);
    await desk.fillDocument(citizen);
    const personal = [citizen.surname, citizen.name, citizen.codiceFiscale, citizen.idCarta, citizen.document.number];
    expect(await desk.partsShown(personal)).toEqual(personal);
    const pulledAt = performance.now();
    await citizens.pull();
    await expect.poll(() => desk.partsShown(personal), { intervals: [50] }).toEqual([]);
    test.info().annotations.push({ type: 'milliseconds until nothing personal is left', description: String(Math.round(performance.now() - pulledAt)) });
    await expect(desk.page.getByText('I dati della persona sono nascosti finché la tessera non torna.')).toBeVisible();
  });
});
