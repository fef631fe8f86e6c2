// SPDX-License-Identifier: AGPL-3.0-or-later
import { TestBed } from '@angular/core/testing';
import { Keyboard } from './keyboard';

function given(): Keyboard {
  document.body.innerHTML = '<button>b</button><input type="text"><select></select><textarea></textarea><a href="#x">a</a>';
  return TestBed.inject(Keyboard);
}

function press(key: string, target: Element | null = document.body, more: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  target?.dispatchEvent(event);
  return event;
}

describe('Enter as the primary action', () => {
  test.each(['input', 'select', 'body'])('is heard from %s', (selector) => {
    const keyboard = given();
    let pressed = 0;
    keyboard.bind('Enter', 0, () => (pressed += 1));
    press('Enter', document.querySelector(selector));
    expect(pressed).toBe(1);
  });

  test.each(['button', 'textarea', 'a'])('is not taken from %s, which has its own', (selector) => {
    const keyboard = given();
    let pressed = 0;
    keyboard.bind('Enter', 0, () => (pressed += 1));
    press('Enter', document.querySelector(selector));
    expect(pressed).toBe(0);
  });

  test('held down counts once', () => {
    const keyboard = given();
    let pressed = 0;
    keyboard.bind('Enter', 0, () => (pressed += 1));
    press('Enter');
    press('Enter', document.body, { repeat: true });
    expect(pressed).toBe(1);
  });
});

test('the browser’s own F1 and F3 never open, bound or not', () => {
  given();
  expect(press('F1').defaultPrevented).toBe(true);
  expect(press('F3').defaultPrevented).toBe(true);
  expect(press('F5').defaultPrevented).toBe(false);
});

test('keys with Ctrl, Alt or Shift are the browser’s', () => {
  const keyboard = given();
  let pressed = 0;
  keyboard.bind('F3', 0, () => (pressed += 1));
  expect(press('F3', document.body, { ctrlKey: true }).defaultPrevented).toBe(false);
  expect(pressed).toBe(0);
});

test('under a layer the page’s keys are silent, and those of what comes up meanwhile too', () => {
  const keyboard = given();
  const heard: string[] = [];
  keyboard.bind('F9', 0, () => heard.push('page'));
  const layer = keyboard.enterLayer();
  keyboard.bind('F9', 0, () => heard.push('new step under the layer'));
  press('F9');
  keyboard.bind('F9', layer, () => heard.push('layer'));
  press('F9');
  keyboard.leaveLayer();
  press('F9');
  expect(heard).toEqual(['layer', 'new step under the layer']);
});

test('a component that goes takes its keys along', () => {
  const keyboard = given();
  const heard: string[] = [];
  keyboard.bind('F8', 0, () => heard.push('first'));
  const release = keyboard.bind('F8', 0, () => heard.push('second'));
  press('F8');
  release();
  press('F8');
  expect(heard).toEqual(['second', 'first']);
});
