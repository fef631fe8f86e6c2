// SPDX-License-Identifier: AGPL-3.0-or-later
import { TestBed } from '@angular/core/testing';
import { CASE_KIND_RULES, CASE_KINDS, CASE_PAPERS, DECLARATIONS, DESK_KINDS } from '@sportello/domain';
import { it } from '../../testing/catalogues';
import { render } from '../../testing/render';
import { bringItemsOf, kindAskedFor } from './bring-items';
import { WhatToBring } from './what-to-bring';

const idsOf = (kind: (typeof CASE_KINDS)[number]) => bringItemsOf(CASE_KIND_RULES[kind], 'activation').map(({ id }) => id);

afterEach(() => {
  TestBed.resetTestingModule();
  document.body.replaceChildren();
});

describe('what to bring is the rule book’s own row', () => {
  test.each([
    ['holder', ['own-card', 'applicant-identity-document', 'form']],
    ['parent-of-minor', ['holder-card', 'applicant-card', 'applicant-identity-document', 'parental-responsibility', 'form']],
    ['guardian-of-ward', ['holder-card', 'applicant-card', 'applicant-identity-document', 'guardianship', 'form']],
    ['support-administrator', ['holder-card', 'applicant-card', 'applicant-identity-document', 'appointment-decree', 'support-administration', 'form', 'approval']],
    ['emancipated-minor', ['own-card', 'applicant-identity-document', 'emancipation-title', 'emancipation', 'form']],
    ['health-delegate', ['holder-card', 'applicant-identity-document', 'delegation', 'holder-document-copy', 'form']],
  ] as const)('for %s', (kind, ids) => {
    expect(idsOf(kind)).toEqual(ids);
  });

  test('with words for every kind, and for everything that a row may ask', () => {
    const words = it.whatToBring;
    expect(Object.keys(words.kinds)).toEqual([...CASE_KINDS]);
    expect(Object.keys(words.places)).toEqual([...DESK_KINDS]);
    const asked = new Set([...CASE_KINDS.flatMap(idsOf), ...CASE_PAPERS, ...DECLARATIONS]);
    expect([...asked].filter((id) => !(id in words.items))).toEqual([]);
  });
});

describe('who is asked about first', () => {
  test.each([
    [null, 'asl', 'holder'],
    [46, 'asl', 'holder'],
    [18, 'pharmacy', 'holder'],
    [17, 'asl', 'parent-of-minor'],
    [3, 'pharmacy', 'parent-of-minor'],
  ] as const)('with a card of %s years at a desk of kind %s: %s', (age, deskKind, kind) => {
    expect(kindAskedFor(age, deskKind)).toBe(kind);
  });
});

describe('*Cosa portare*', () => {
  const choose = async (screen: Awaited<ReturnType<typeof given>>['screen'], kind: string) => {
    const select = document.querySelector<HTMLSelectElement>('#bring-kind')!;
    select.value = kind;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await screen.stable();
  };
  const given = async (inputs: Record<string, unknown>) => ({ screen: await render(WhatToBring, { deskKind: 'asl', ...inputs }) });

  test('proposes who the card in the reader speaks for, and answers for anybody else', async () => {
    const { screen } = await given({ holderAge: 9 });
    expect(screen.text).toContain('Basta un genitore');
    expect(screen.text).toContain('Anche la propria tessera sanitaria');
    await choose(screen, 'health-delegate');
    expect(screen.text).toContain('La delega TS-CNS compilata e firmata dal titolare');
    expect(screen.text).not.toContain('Anche la propria tessera sanitaria');
  });

  test('knows of a case in hand better than of an age', async () => {
    const { screen } = await given({ holderAge: 46, caseKind: 'health-delegate' });
    expect(screen.text).toContain('La delega TS-CNS');
  });

  test('prints what is read out, in the language that is asked for, where a printer is', async () => {
    const { screen } = await given({ canPrint: true });
    const ordered: unknown[] = [];
    screen.fixture.componentInstance.print.subscribe((slip) => ordered.push(slip));
    await choose(screen, 'curator-of-ward');
    const language = document.querySelector<HTMLSelectElement>('select[aria-label="Lingua del promemoria"]')!;
    language.value = 'de';
    language.dispatchEvent(new Event('change', { bubbles: true }));
    await screen.click('Stampa il promemoria');
    expect(ordered).toEqual([{ kind: 'curator-of-ward', purpose: 'activation', language: 'de' }]);
  });

  test('asks whoever needs new codes to sign why, on the page and on the slip', async () => {
    const { screen } = await given({ canPrint: true });
    const ordered: unknown[] = [];
    screen.fixture.componentInstance.print.subscribe((slip) => ordered.push(slip));
    expect(screen.text).not.toContain('Dichiara perché servono codici nuovi');
    document.querySelector<HTMLInputElement>('#bring-new-codes')!.click();
    await screen.stable();
    expect(screen.text).toContain('Dichiara perché servono codici nuovi');
    await screen.click('Stampa il promemoria');
    expect(ordered).toEqual([{ kind: 'holder', purpose: 'duplicate', language: 'it' }]);
  });

  test('tells where the blank delegation is, to those alone who have to bring one', async () => {
    const { screen } = await given({});
    expect(screen.text).not.toContain('Modulo in bianco');
    await choose(screen, 'health-delegate');
    expect(document.querySelector('a')?.getAttribute('href')).toBe(`${location.origin}/api/public/delegation-form.pdf`);
  });

  test('offers no slip where nothing may be printed', async () => {
    const { screen } = await given({});
    expect(screen.hasButton(/^Stampa/)).toBe(false);
  });

  test('says where to go with what this desk does not do', async () => {
    const { screen } = await given({ deskKind: 'pharmacy' });
    expect(screen.text).not.toContain('Non in questo sportello');
    await choose(screen, 'support-administrator');
    expect(screen.text).toMatch(/Non in questo sportello. Si fa qui: ?sportello ASL ?, ?azienda ospedaliera ?, ?Comune o URP ?\./);
  });
});
