// SPDX-License-Identifier: AGPL-3.0-or-later
import { TestBed } from '@angular/core/testing';
import { Visit } from '../../data/case/visit';
import { FakeApi } from '../../testing/fake-api';
import { caseView, card, holder, INSERTION_ID, problem, recognised } from '../../testing/fixtures';
import { CASE, given } from './testing/case-on-page';
import { needs, PARENT_NEEDS, parentCase, parentsCard } from './testing/kinds';

const here = recognised();

afterEach(() => {
  TestBed.resetTestingModule();
  document.body.replaceChildren();
});

describe('the next card of a visit', () => {
  const carried = parentCase({
    acts: ['identify', 'identify-same-visit', 'refuse'],
    sameVisit: { caseId: '0191f2a0-0000-7000-8000-000000000118', number: 118, initials: 'L.R.', quality: 'parent', applicant: { surname: 'BIANCHI', name: 'ANNA' } },
  });

  test('shows who was identified and what carries over, and one Enter identifies', async () => {
    const api = new FakeApi().on(`POST ${CASE}/identification/same-visit`, { value: caseView('printing', { revision: 2 }) });
    const { screen } = await given(carried, here, api);
    expect(screen.text).toContain('BIANCHI ANNA');
    expect(screen.text).toContain('Dichiarazione già firmata, vale anche per questa tessera');
    expect(screen.text).toContain('Non manca nulla');
    await screen.press('Enter', document.body);
    expect(api.to(`POST ${CASE}/identification/same-visit`)[0]?.body).toEqual({
      revision: 1,
      papers: [{ paper: 'applicant-identity-document', handling: 'seen' }],
      isFaceConfirmed: true,
      envelope: { language: 'it', layout: 'normal' },
    });
  });

  test('is identified from the start when somebody else stands here', async () => {
    const { screen } = await given(carried, here);
    await screen.click('È un’altra persona: identifica da capo');
    expect(document.activeElement).toBe(screen.field('Numero'));
    expect(screen.text).toContain('Manca: tessera del richiedente');
  });

  test('is offered once the card is written, and leaves the case in its place', async () => {
    const { screen } = await given(caseView('written', { acts: ['scan', 'suspend', 'next-card'], needs: PARENT_NEEDS }), here);
    await screen.click('Stesso richiedente, prossima tessera');
    expect(TestBed.inject(Visit).earlierCase()?.number).toBe(119);
  });
});

describe('the delivery', () => {
  test('says who receives, by name while the card is here', async () => {
    const applicant = { quality: 'parent', surname: 'BIANCHI', name: 'ANNA', birthDate: '1984-03-02', codiceFiscale: null, card: 'presented', absentReason: null } as const;
    const { screen } = await given(caseView('written', { needs: PARENT_NEEDS, applicant }), here);
    expect(screen.text).toContain('La busta va al genitore: BIANCHI ANNA');
  });

  test('of a health delegate keeps the original of the delegation', async () => {
    const delegated = needs({ applicant: 'delegate', papers: [{ paper: 'delegation', handling: 'kept' }] });
    const { screen } = await given(caseView('written', { needs: delegated }), here);
    expect(screen.text).toContain('La busta va al delegato:');
    expect(screen.text).toContain('L’originale della delega resta allo sportello.');
  });

  test('to the holder needs no word on who receives', async () => {
    const { screen } = await given(caseView('written'), here);
    expect(screen.text).not.toContain('La busta va');
  });
});

describe('a card that is active already', () => {
  /** The reader’s own opening of its case was refused. */
  async function refused(api: FakeApi, around = {}) {
    const active = recognised({ openCaseId: null, card: card({ state: 'active' }) });
    api.on('POST /api/cases', { problem: problem('already-active', 422) }, { value: caseView('recognised', { purpose: 'duplicate', duplicateReason: 'pin-blocked' }) });
    const { screen } = await given(null, active, api, around);
    await screen.stable();
    return screen;
  }

  test('offers new codes for a reason, which the primary action asks for', async () => {
    const api = new FakeApi();
    const screen = await refused(api);
    expect(screen.text).toContain('Già attiva: usa Duplicato');
    await screen.click('Apri il duplicato');
    expect(screen.text).toContain('Scegli il motivo');
    expect(api.to('POST /api/cases')).toHaveLength(1);
    document.querySelector<HTMLInputElement>('#duplicate-pin-blocked')?.click();
    await screen.stable();
    await screen.press('Enter', document.body);
    expect(api.to('POST /api/cases')[1]?.body).toEqual({ insertionId: INSERTION_ID, duplicate: { reason: 'pin-blocked' } });
    expect(screen.text).toContain('Duplicato PIN/PUK · Titolare');
  });

  test('with a child’s card in the other reader is told as swapped, and offers nothing', async () => {
    const ofChild = recognised({ insertionId: 'x', openCaseId: null, card: card({ idCarta: '6090412077350002', holder: holder({ age: 9 }) }) });
    const screen = await refused(new FakeApi(), { secondCard: ofChild });
    expect(screen.text).toContain('Tessere scambiate');
    expect(screen.hasButton('Apri il duplicato')).toBe(false);
  });

  test('with the mother’s card in the other reader is offered as any', async () => {
    const screen = await refused(new FakeApi(), { secondCard: parentsCard() });
    expect(screen.hasButton('Apri il duplicato')).toBe(true);
  });
});
