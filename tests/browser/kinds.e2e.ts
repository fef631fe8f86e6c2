// SPDX-License-Identifier: AGPL-3.0-or-later
import { choosesKind, hands, hasNoCard, showsDocument } from './support/applicant';
import { expectAccessible, expectAccessibleInEveryWidth, expectWholeStepInSight } from './support/accessibility';
import { handOver, identify, write } from './support/case-of-kind';
import type { DeskPage } from './support/desk-page';
import { expect, test } from './support/desk-test';

test.describe('everybody who may come', () => {
  test('a parent: the declaration is signed and scanned, and the parent takes the envelope; and again for new codes', async ({ desk, citizens }) => {
    const child = await citizens.comesWith('minor');
    await citizens.insert(child);
    await expect(desk.title).toHaveText(`${child.surname} ${child.name}`);
    await expect(desk.page.getByRole('radio', { name: 'Genitore di un minore' })).toBeChecked();
    await expect(desk.page.getByRole('radio', { name: 'Titolare', exact: true })).toHaveCount(0);
    await expectAccessibleInEveryWidth(desk.page, 'a parent, empty');
    await expectWholeStepInSight(desk.page, 'a parent, empty');
    await hasNoCard(desk);
    await showsDocument(desk);
    await desk.hands.scan(await desk.declarationNumber());
    await expect(desk.page.getByText('Tutto in mano e firmato')).toBeVisible();
    await identify(desk, 'a parent, ready');
    const envelope = await write(desk, citizens);
    await expect(desk.page.getByText('La busta va al genitore: FONTANA ANNA')).toBeVisible();
    await handOver(desk);
    await citizens.pull();
    expect(await citizens.tryAtHome(child, envelope)).toMatchObject({ kind: 'signed' });

    await citizens.insert(child);
    await opensDuplicate(desk, 'PIN bloccato');
    await expect(desk.page.getByText(/Duplicato PIN\/PUK · Genitore di un minore/)).toBeVisible();
    await hasNoCard(desk);
    await showsDocument(desk);
    await hands(desk, 'Responsabilità genitoriale', 'Perdita o blocco dei codici');
    await identify(desk, 'a parent’s duplicate');
    const second = await write(desk, citizens);
    await handOver(desk);
    await citizens.pull();
    expect(await citizens.tryAtHome(child, second)).toMatchObject({ kind: 'signed' });
    expect(await citizens.tryAtHome(child, envelope)).not.toMatchObject({ kind: 'signed' });
  });

  for (const { kind, declaration } of [
    { kind: 'Tutore', declaration: 'Nomina a tutore' },
    { kind: 'Curatore', declaration: 'Nomina a curatore' },
  ]) {
    test(`for a ward: ${kind}`, async ({ desk, citizens }) => {
      await citizens.insert(await citizens.comes());
      await choosesKind(desk, kind);
      await hasNoCard(desk);
      await showsDocument(desk);
      await hands(desk, declaration);
      await identify(desk, kind);
      await write(desk, citizens);
      await handOver(desk);
    });
  }

  test('a support administrator: with the decree, and a supervisor’s approval', async ({ desk, citizens, api, stack }) => {
    await citizens.insert(await citizens.comes());
    await choosesKind(desk, 'Amministratore di sostegno');
    await hasNoCard(desk);
    await showsDocument(desk);
    const decree = desk.page.getByRole('group', { name: 'Decreto di nomina' });
    await decree.getByLabel('Numero').fill('123/2025');
    await decree.getByLabel('Data').fill('01/02/2025');
    await decree.getByLabel('Tribunale').fill('Massa');
    await hands(desk, 'I poteri coprono questo atto', 'Nomina ad amministratore di sostegno');
    await identify(desk, 'a support administrator');
    await api.approvedBy(stack.deskUrl, stack.supervisor);
    await write(desk, citizens);
    await handOver(desk);
  });

  test('a health delegate: the delegation’s original and the holder’s copy are kept, an expired copy is a warning', async ({ desk, citizens }) => {
    await citizens.insert(await citizens.comes());
    await choosesKind(desk, 'Delegato (motivi di salute)');
    await showsDocument(desk);
    await desk.field('Firmata il').fill('20/11/2026');
    const copy = desk.page.getByRole('group', { name: 'Copia del documento del titolare' });
    await copy.getByLabel('Numero').fill('AX1234567');
    await copy.getByLabel('Scadenza').fill('01/01/2020');
    await copy.getByLabel('Scadenza').blur();
    await expect(desk.page.getByText('Il documento del titolare è scaduto: la copia va bene')).toBeVisible();
    await hands(desk, 'Il titolare dichiara un impedimento', 'Originale della delega', 'Copia del documento del titolare');
    await identify(desk, 'a health delegate');
    await write(desk, citizens);
    await expect(desk.page.getByText('L’originale della delega resta allo sportello.')).toBeVisible();
    await handOver(desk);
  });
});

test.describe('the same applicant, with three cards in a row', () => {
  test('is identified once and looked at three times: each next card takes one Enter', async ({ desk, citizens }) => {
    await citizens.insert(await citizens.comes());
    await choosesKind(desk, 'Tutore');
    await hasNoCard(desk);
    await showsDocument(desk);
    await hands(desk, 'Nomina a tutore');
    await identify(desk, 'the first card of a visit');
    await write(desk, citizens);
    await handOver(desk);
    for (const card of ['second', 'third']) {
      await desk.button('Stesso richiedente, prossima tessera').click();
      await citizens.pull();
      await expect(desk.title).toHaveText('Inserisci la prossima tessera dello stesso richiedente');
      await citizens.insert(await citizens.comes());
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
    await hands(desk, 'Perdita o blocco dei codici');
    await identify(desk, 'a duplicate');
    const envelope = await write(desk, citizens);
    await handOver(desk);
    await citizens.pull();
    expect(await citizens.tryAtHome(citizen, envelope)).toMatchObject({ kind: 'signed' });
  });
});

/** A card that is active already offers new codes, for a reason. */
async function opensDuplicate(desk: DeskPage, reason: string): Promise<void> {
  await expect(desk.notice('Già attiva: usa Duplicato')).toBeVisible();
  await expectAccessible(desk.page, 'a duplicate is offered');
  await desk.page.getByRole('radio', { name: reason }).check();
  await desk.hands.press('Enter');
}
