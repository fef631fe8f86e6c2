// SPDX-License-Identifier: AGPL-3.0-or-later
import { assertNever } from './assert-never';

it('a forgotten case stops the program, and its message shows nothing of the value', () => {
  const forgotten = { kind: 'new', surname: 'ROSSI' } as never;
  expect(() => assertNever(forgotten)).toThrow(new TypeError('a case was forgotten for a value of type object'));
});
