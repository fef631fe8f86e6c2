// SPDX-License-Identifier: AGPL-3.0-or-later
import { ScanReader } from './scan-reader';
import type { KeyReading } from './scan-reader';

/** Feeds a text with a pause between its keys, and an Enter after the same pause. */
function typed(reader: ScanReader, text: string, pause: number, from = 1_000): KeyReading {
  Array.from(text).forEach((key, index) => reader.read(key, from + index * pause));
  return reader.read('Enter', from + text.length * pause);
}

describe('telling a scanner from a person', () => {
  test('keys at a scanner’s pace that end with Enter are a scan', () => {
    expect(typed(new ScanReader(), '000419-K7P4XR', 8)).toEqual({ kind: 'scan', text: '000419-K7P4XR' });
  });

  test('the form of the first case of a year is a scan, short as it is', () => {
    expect(typed(new ScanReader(), 'P1-26', 8)).toEqual({ kind: 'scan', text: 'P1-26' });
  });

  test('the fastest of typists is no scanner', () => {
    expect(typed(new ScanReader(), '000419-K7P4XR', 60)).toEqual({ kind: 'typing' });
  });

  test('one slow key of a busy computer does not break a scan', () => {
    const reader = new ScanReader();
    Array.from('000419-K7P4XR').forEach((key, index) => reader.read(key, 1_000 + index * 5 + (index > 3 ? 90 : 0)));
    expect(reader.read('Enter', 1_160)).toEqual({ kind: 'scan', text: '000419-K7P4XR' });
  });

  test('what a person typed before does not become part of the scan', () => {
    const reader = new ScanReader();
    reader.read('A', 0);
    reader.read('B', 200);
    expect(typed(reader, 'P119-26', 10, 900)).toEqual({ kind: 'scan', text: 'P119-26' });
  });

  test('a few quick keys and Enter are a person in a hurry', () => {
    expect(typed(new ScanReader(), '1980', 5)).toEqual({ kind: 'typing' });
  });

  test('Shift before a capital is no character', () => {
    const reader = new ScanReader();
    const keys = ['0', '0', '0', '4', '1', '9', '-', 'Shift', 'K', '7', 'P', '4', 'X', 'R'];
    keys.forEach((key, index) => reader.read(key, index * 4));
    expect(reader.read('Enter', 60)).toEqual({ kind: 'scan', text: '000419-K7P4XR' });
  });

  test('an Enter long after quick keys is an ordinary one', () => {
    const reader = new ScanReader();
    Array.from('000419-K7P4XR').forEach((key, index) => reader.read(key, index * 5));
    expect(reader.read('Enter', 900)).toEqual({ kind: 'typing' });
  });
});
