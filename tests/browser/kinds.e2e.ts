// SPDX-License-Identifier: AGPL-3.0-or-later
import { expectAccessible, expectAccessibleInEveryWidth, expectWholeStepInSight } from './support/accessibility';
import { handOver, identify, write } from './support/case-of-kind';
import type { DeskPage } from './support/desk-page';
import { expect, test } from './support/desk-test';
import { choosesKind, comesToTheDesk, hasInHand, putsPapersDown } from './support/visit';

/** By hand, from the card to the envelope's hand-over; the kind is chosen where another one is proposed. */
const KINDS = [
  { kind: 'guardian-of-minor', chosen: 'Tutore di un minore', receiver: 'La busta va al tutore:' },
  { kind: 'guardian-of-ward', chosen: 'Tutore', receiver: 'La busta va al tutore:' },
  { kind: 'curator-of-ward', chosen: 'Curatore', receiver: 'La busta va al curatore:' },
  { kind: 'emancipated-minor', chosen: 'Minore emancipato', receiver: null },
  { kind: 'health-delegate', chosen: 'Delegato (motivi di salute)', receiver: 'La busta va al delegato:' },
] as const;

test.describe('everybody who may come', () => {
  for (const { kind, chosen, receiver } of KINDS) {
    test(`is served with what their kind asks for: ${kind}`, async ({ desk, citizens }) => {
      const visit = await citizens.comesAs(kind);
      await comesToTheDesk(citizens, visit);
      await choosesKind(desk, chosen);
      await putsPapersDown(desk, visit);
      // The comparison with the chip leaves no room for the title of emancipation on a low window.
      if (kind !== 'emancipated-minor') await expectWholeStepInSight(desk.page, kind);
      await identify(desk, kind);
      await write(desk, citizens);
      await expect(desk.page.getByText(receiver ?? 'La busta va')).toHaveCount(receiver === null ? 0 : 1);
      await handOver(desk);
    });
  }

  test('a support administrator waits for a supervisor’s approval', async ({ desk, citizens, api, stack }) => {
    const visit = await citizens.comesAs('support-administrator');
    await comesToTheDesk(citizens, visit);
    await choosesKind(desk, 'Amministratore di sostegno');
    await putsPapersDown(desk, visit);
    await expectWholeStepInSight(desk.page, 'support-administrator');
    await identify(desk, 'support-administrator');
    await api.approvedBy(stack.deskUrl, stack.supervisor);
    await write(desk, citizens);
    await handOver(desk);
  });
});

test.describe('a mother with three children', () => {
  test('is identified once and looked at three times: each next card takes one Enter', async ({ desk, citizens }) => {
    const first = await citizens.comesAs('parent-of-minor');
    await comesToTheDesk(citizens, first);
    await expect(desk.title).toHaveText(`${first.holder.surname} ${first.holder.name}`);
    await expect(desk.page.getByRole('radio', { name: 'Genitore di un minore' })).toBeChecked();
    await expect(desk.page.getByRole('radio', { name: 'Titolare', exact: true })).toHaveCount(0);
    await expect(desk.page.getByText(`${first.applicant.surname} ${first.applicant.name}, nel secondo lettore`)).toBeVisible();
    await expectAccessibleInEveryWidth(desk.page, 'a parent, empty');
    await putsPapersDown(desk, first);
    await desk.page.getByRole('checkbox', { name: 'Responsabilità genitoriale' }).uncheck();
    await desk.button('Stampa la dichiarazione').click();
    await desk.hands.scan(await citizens.form(await desk.declarationNumber()));
    await expect(desk.page.getByText('Tutto in mano e firmato')).toBeVisible();
    await expectWholeStepInSight(desk.page, 'a parent, ready');
    await identify(desk, 'a parent, ready');
    await write(desk, citizens);
    await expect(desk.page.getByText(`La busta va al genitore: ${first.applicant.surname} ${first.applicant.name}`)).toBeVisible();
    await handOver(desk);
    for (const card of ['second', 'third']) {
      await desk.button('Stesso richiedente, prossima tessera').click();
      await citizens.pull();
      await expect(desk.title).toHaveText('Inserisci la prossima tessera dello stesso richiedente');
      await citizens.insert((await citizens.comesAs('parent-of-minor')).holder);
      await expect(desk.page.getByText('Documento già verificato')).toBeVisible();
      await identify(desk, `the ${card} card of a visit`);
      await write(desk, citizens);
      await handOver(desk);
    }
  });
});

test.describe('new codes for an active card', () => {
  test('for its holder, with a reason and a signed declaration', async ({ desk, citizens }) => {
    const citizen = await citizens.comesWith('already-active');
    await citizens.insert(citizen);
    await opensDuplicate(desk, 'PIN smarrito');
    await expect(desk.page.getByText(/Duplicato PIN\/PUK · Titolare/)).toBeVisible();
    await desk.fillDocument(citizen);
    await desk.hands.scan(await desk.declarationNumber());
    await expect(desk.page.getByText('Tutto in mano e firmato')).toBeVisible();
    await identify(desk, 'a duplicate');
    const envelope = await write(desk, citizens);
    await handOver(desk);
    await citizens.pull();
    expect(await citizens.tryAtHome(citizen, envelope)).toMatchObject({ kind: 'signed' });
  });

  test('for a child, whose mother signs for both', async ({ desk, citizens }) => {
    const visit = await citizens.comesAs('parent-of-minor', 'in use');
    await comesToTheDesk(citizens, visit);
    await opensDuplicate(desk, 'PIN bloccato');
    await expect(desk.page.getByText(/Duplicato PIN\/PUK · Genitore di un minore/)).toBeVisible();
    await putsPapersDown(desk, visit);
    await hasInHand(desk, 'Perdita o blocco dei codici');
    await identify(desk, 'a parent’s duplicate');
    const envelope = await write(desk, citizens);
    await handOver(desk);
    await citizens.pull();
    expect(await citizens.tryAtHome(visit.holder, envelope)).toMatchObject({ kind: 'signed' });
  });
});

/** A card that is active already offers new codes, for a reason. */
async function opensDuplicate(desk: DeskPage, reason: string): Promise<void> {
  await expect(desk.notice('Già attiva: usa Duplicato')).toBeVisible();
  await expectAccessible(desk.page, 'a duplicate is offered');
  await desk.page.getByRole('radio', { name: reason }).check();
  await desk.hands.press('Enter');
}
