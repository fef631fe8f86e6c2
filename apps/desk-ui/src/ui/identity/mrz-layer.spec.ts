// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { TestBed } from '@angular/core/testing';
import { existingDate } from '@sportello/domain';
import { render } from '../../testing/render';
import { MrzLayer } from './mrz-layer';

async function given() {
  const closed: unknown[] = [];
  const screen = await render(MrzLayer, {}, [
    { provide: DialogRef, useValue: { close: (result: unknown) => closed.push(result) } },
    { provide: DIALOG_DATA, useValue: existingDate(2026, 11, 24) },
  ]);
  const write = (text: string) => {
    const area = document.querySelector('textarea')!;
    area.value = text;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  };
  return { screen, closed, write };
}

afterEach(() => {
  TestBed.resetTestingModule();
  document.body.replaceChildren();
});

describe('the zone typed by hand', () => {
  test('closes with what it says, though an O was typed for a zero and the last fillers were left out', async () => {
    const { screen, closed, write } = await given();
    write('c<itaca12345ab8\n8OO1014f3101012ita<<<<<<<<<<<6\nrossi<<maria<luisa');
    await screen.click('Usa questi dati');
    expect(closed).toMatchObject([{ documentType: 'cie', number: 'CA12345AB', surname: 'ROSSI', name: 'MARIA LUISA' }]);
  });

  test.each([
    ['', 'Due o tre righe'],
    ['C<ITACA12345AB9\n8001014F3101012ITA<<<<<<<<<<<6\nROSSI<<MARIA<LUISA', 'Il numero del documento non torna'],
    ['C<ITACA12345AB8\n8001014F3101013ITA<<<<<<<<<<<6\nROSSI<<MARIA<LUISA', 'La scadenza non torna'],
  ])('of %j says what does not agree, and stays open', async (text, told) => {
    const { screen, closed, write } = await given();
    write(text);
    await screen.click('Usa questi dati');
    expect(screen.text).toContain(told);
    expect(closed).toEqual([]);
  });
});
