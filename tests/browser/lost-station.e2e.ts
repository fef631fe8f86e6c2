// SPDX-License-Identifier: AGPL-3.0-or-later
import { expectAccessibleInEveryWidth, expectWholeStepInSight } from './support/accessibility';
import { caseWithEnvelope } from './support/case-so-far';
import { expect, test } from './support/desk-test';
import { pageOf } from './support/page-of';

test.describe('a station that is lost for good', () => {
  test('leaves its card to be finished at another one, when an operator asks and a supervisor confirms', async ({ desk, citizens, stack, browser }) => {
    test.setTimeout(120_000);
    const { citizen, envelope } = await caseWithEnvelope(desk, citizens);
    await citizens.tearAt('new-puk');
    await desk.hands.scan(envelope.outerCode);
    await expect(desk.title).toHaveText('Tessera tolta: reinseriscila.');
    await stack.station.lose();

    await citizens.insert(citizen);
    await expect(desk.title).toHaveText('La postazione di questa busta non c’è più');
    await expectAccessibleInEveryWidth(desk.page, 'a case whose station is gone');
    await expectWholeStepInSight(desk.page, 'a case whose station is gone');
    await desk.button('Chiedi di finire qui').click();
    await desk.field('Motivo, con parole tue').fill('PC rubato stanotte');
    await desk.field('Il tuo codice di approvazione').fill('AAAA-AAAA-AAAA-AAAA-AAAA');
    await expectAccessibleInEveryWidth(desk.page, 'the layer for the approval code');
    await desk.button('Chiedi la conferma').click();
    await expect(desk.notice('Codice di approvazione non riconosciuto')).toBeVisible();
    await desk.button('Chiedi di finire qui').click();
    await desk.field('Motivo, con parole tue').fill('PC rubato stanotte');
    await desk.field('Il tuo codice di approvazione').fill(stack.approvalCodes[stack.operator.username] ?? '');
    await desk.button('Chiedi la conferma').click();
    await expect(desk.page.getByText(/Chiesto da L\. Bini/)).toBeVisible();
    await expectWholeStepInSight(desk.page, 'a change of station that was asked for');

    const supervisor = await pageOf(browser, stack, stack.supervisor);
    await supervisor.page.getByRole('row', { name: /Interrotta|Serve il supervisore/ }).getByRole('button').click();
    await expect(supervisor.button('Fai riprendere')).toHaveCount(0);
    await expectAccessibleInEveryWidth(supervisor.page, 'a change of station that waits for a supervisor');
    await expectWholeStepInSight(supervisor.page, 'a change of station that waits for a supervisor');
    await supervisor.button('Conferma: finire qui').click();
    await expect(supervisor.layer).toContainText('PC rubato stanotte');
    await supervisor.field('Il tuo codice di approvazione').fill(stack.approvalCodes[stack.supervisor.username] ?? '');
    await supervisor.button('Conferma e fai ripartire').click();

    await expect(desk.title).toHaveText(`Consegna la busta ${envelope.controlNumber}`);
    await supervisor.page.context().close();
    await citizens.pull();
    expect(await citizens.tryAtHome(citizen, envelope)).toMatchObject({ kind: 'signed' });
  });
});
