// SPDX-License-Identifier: AGPL-3.0-or-later
import { TestBed } from '@angular/core/testing';
import { Scanner } from './scanner';
import type { Scan } from './scanner';

const CODE = '000419-K7P4XR';
let at = 10_000;

function given() {
  const scans: Scan[] = [];
  const scanner = TestBed.inject(Scanner);
  scanner.handle((scan) => scans.push(scan));
  return { scans };
}

function key(target: Element, name: string, pause: number): KeyboardEvent {
  at += pause;
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true });
  Object.defineProperty(event, 'timeStamp', { value: at });
  target.dispatchEvent(event);
  if (!event.defaultPrevented && name.length === 1 && target instanceof HTMLInputElement) {
    target.value += name;
    target.dispatchEvent(new Event('input', { bubbles: true }));
  }
  return event;
}

function scan(target: Element, text: string): KeyboardEvent {
  at += 1_000;
  for (const character of text) key(target, character, 6);
  return key(target, 'Enter', 6);
}

function put(html: string): HTMLElement {
  document.body.innerHTML = html;
  const element = document.body.firstElementChild as HTMLElement;
  element.focus();
  return element;
}

function paste(target: Element, text: string): Event {
  const event = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), { clipboardData: { getData: () => text } });
  target.dispatchEvent(event);
  return event;
}

describe('a scan', () => {
  test('is heard with the focus on nothing', () => {
    const { scans } = given();
    scan(document.body, CODE);
    expect(scans).toMatchObject([{ text: CODE, recognised: { kind: 'outer-code' } }]);
  });

  test('leaves a field as it was, and tells the page so', () => {
    const { scans } = given();
    const field = put('<input type="text" value="CA1">') as HTMLInputElement;
    const values: string[] = [];
    field.addEventListener('input', () => values.push(field.value));
    scan(field, CODE);
    expect(field.value).toBe('CA1');
    expect(values.at(-1)).toBe('CA1');
    expect(scans).toHaveLength(1);
  });

  test('presses no button with its Enter', () => {
    given();
    const button = put('<button type="button">Stampa</button>');
    let heard = 0;
    document.addEventListener('keydown', (event) => (heard += event.key === 'Enter' ? 1 : 0));
    expect(scan(button, CODE).defaultPrevented).toBe(true);
    expect(heard).toBe(0);
  });

  test('of something unknown is handed on as unknown, and stays in no field either', () => {
    const { scans } = given();
    const field = put('<input type="text">') as HTMLInputElement;
    scan(field, '8001234567890');
    expect(field.value).toBe('');
    expect(scans[0]?.recognised.kind).toBe('unknown');
  });

  test('of a machine-readable zone comes in lines, and is one scan', () => {
    jest.useFakeTimers();
    const { scans } = given();
    const lines = ['C<ITACA12345AB6<<<<<<<<<<<<<<<', '8001014F3101012ITA<<<<<<<<<<<2', 'ROSSI<<MARIA<LUISA<<<<<<<<<<<<'];
    for (const line of lines) scan(document.body, line);
    jest.advanceTimersByTime(500);
    jest.useRealTimers();
    expect(scans).toHaveLength(1);
    expect(scans[0]?.recognised.kind).toBe('mrz');
  });
});

describe('typing', () => {
  test('by a person stays where it was typed, and its Enter is an ordinary one', () => {
    const { scans } = given();
    const field = put('<input type="text">') as HTMLInputElement;
    for (const character of CODE) key(field, character, 80);
    expect(key(field, 'Enter', 80).defaultPrevented).toBe(false);
    expect(field.value).toBe(CODE);
    expect(scans).toEqual([]);
  });

  test('a password, however fast, is never a scan', () => {
    const { scans } = given();
    const field = put('<input type="password">') as HTMLInputElement;
    expect(scan(field, 'sorgente-vento').defaultPrevented).toBe(false);
    expect(field.value).toBe('sorgente-vento');
    expect(scans).toEqual([]);
  });
});

describe('pasting', () => {
  test('a whole code anywhere is a scan', () => {
    const { scans } = given();
    const event = paste(put('<input type="text">'), CODE);
    expect(event.defaultPrevented).toBe(true);
    expect(scans).toHaveLength(1);
  });

  test('anything else into a field is an ordinary paste', () => {
    const { scans } = given();
    expect(paste(put('<input type="text">'), 'Ministero dell’Interno').defaultPrevented).toBe(false);
    expect(scans).toEqual([]);
  });
});

test('the latest listener takes the scans, until it goes', () => {
  const { scans } = given();
  const later: Scan[] = [];
  const release = TestBed.inject(Scanner).handle((each) => later.push(each));
  scan(document.body, CODE);
  release();
  scan(document.body, CODE);
  expect([later.length, scans.length]).toEqual([1, 1]);
});
