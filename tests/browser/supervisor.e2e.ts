// SPDX-License-Identifier: AGPL-3.0-or-later
import { expectAccessibleInEveryWidth, expectWholeStepInSight } from './support/accessibility';
import { caseWithEnvelope } from './support/case-so-far';
import { expect, test } from './support/desk-test';
import { pageOf } from './support/page-of';
import { stopInterruptedCase } from './support/stop-case';

test.describe('a case that was stopped', () => {
  test('calls for a supervisor, who lets it go on: the same card, the same envelope', async ({ desk, citizens, stack, browser }) => {
    const { citizen, envelope } = await caseWithEnvelope(desk, citizens);
    await citizens.tearAt('new-pin');
    await desk.hands.scan(envelope.outerCode);
    await expect(desk.title).toHaveText('Tessera tolta: reinseriscila.');
    await stopInterruptedCase(stack);

    await citizens.insert(citizen);
    await expect(desk.title).toHaveText('La tessera si è interrotta troppe volte');
    await expect(desk.page.getByRole('listitem').filter({ hasText: 'Chiama il supervisore' })).toBeVisible();
    await expect(desk.button('Fai riprendere')).toHaveCount(0);
    await expectAccessibleInEveryWidth(desk.page, 'a stopped case');
    await expectWholeStepInSight(desk.page, 'a stopped case');

    const supervisor = await pageOf(browser, stack, stack.supervisor);
    const line = supervisor.page.getByRole('row', { name: /Serve il supervisore/ });
    await line.getByRole('button').click();
    await expect(supervisor.title).toHaveText('La tessera si è interrotta troppe volte');
    await expectAccessibleInEveryWidth(supervisor.page, 'what a supervisor may decide');
    await expectWholeStepInSight(supervisor.page, 'what a supervisor may decide');
    await supervisor.button('Fai riprendere').click();
    await supervisor.button('Fai riprendere la scrittura').click();
    await expect(supervisor.layer).toContainText('Scrivi il motivo');
    await expectAccessibleInEveryWidth(supervisor.page, 'the layer for the reason');
    await supervisor.field('Motivo, con parole tue').fill('Chip pulito, contatti a posto');
    await supervisor.button('Fai riprendere la scrittura').click();
    await expect(supervisor.layer).toHaveCount(0);
    await supervisor.page.context().close();

    await expect(desk.title).toHaveText(`Consegna la busta ${envelope.controlNumber}`);
    await citizens.pull();
    expect(await citizens.tryAtHome(citizen, envelope)).toMatchObject({ kind: 'signed' });
  });
});
