// SPDX-License-Identifier: AGPL-3.0-or-later
import { expectAccessibleInEveryWidth } from './support/accessibility';
import { caseWritten } from './support/case-so-far';
import { expect, test } from './support/desk-test';
import { handOver } from './support/hand-over';

test.describe('the search', () => {
  test('finds a delivered case by person, by card and by scanned paper, and shows its person only with the card', async ({ desk, citizens }) => {
    const { citizen, envelope } = await caseWritten(desk, citizens);
    const number = await desk.caseNumber();
    await handOver(desk.page);
    await desk.hands.scan(envelope.outerCode);
    await expect(desk.title).toHaveText('Consegnata');
    await citizens.pull();
    await expect(desk.title).toHaveText('Inserisci una tessera');

    await desk.hands.press('F2');
    await expect(desk.field('Che cosa hai in mano')).toBeFocused();
    await desk.hands.type(citizen.codiceFiscale.toLowerCase());
    await desk.hands.press('Enter');
    const line = desk.layer.getByRole('button', { name: `Guarda la pratica ${number}` });
    await expect(line).toContainText('Consegnata');
    expect(desk.page.url()).not.toContain(citizen.codiceFiscale);
    await expectAccessibleInEveryWidth(desk.page, 'what a search found');

    await desk.hands.scan(envelope.outerCode);
    await expect(desk.layer).toContainText('Pratiche trovate: 1');
    await desk.hands.press('ArrowDown');
    await expect(line).toBeFocused();
    await desk.hands.press('Enter');
    await expect(desk.layer).toContainText(`Pratica ${number}`);
    await expect(desk.layer).toContainText(envelope.controlNumber);
    await expect(desk.layer.getByRole('button', { name: 'Rettifica' })).toBeVisible();
    expect(await desk.partsShown([citizen.surname, citizen.codiceFiscale])).toEqual([]);
    await expectAccessibleInEveryWidth(desk.page, 'the record of a case');
    await desk.hands.press('Escape');
    await expect(desk.layer).toHaveCount(0);

    await desk.hands.press('F2');
    await desk.hands.type('Rossi');
    await desk.hands.press('Enter');
    await expect(desk.layer).toContainText('Per nome non si cerca');
    await expectAccessibleInEveryWidth(desk.page, 'a search that is not understood');
  });
});
