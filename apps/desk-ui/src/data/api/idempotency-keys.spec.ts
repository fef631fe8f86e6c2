// SPDX-License-Identifier: AGPL-3.0-or-later
import { IdempotencyKeys } from './idempotency-keys';

function keys(): IdempotencyKeys {
  let made = 0;
  return new IdempotencyKeys(() => `key-${(made += 1)}`);
}

describe('keys of acts', () => {
  test('an act without an answer keeps its key when it is tried again', () => {
    const acts = keys();
    expect(acts.keyFor('/a', { revision: 1 })).toBe('key-1');
    expect(acts.keyFor('/a', { revision: 1 })).toBe('key-1');
  });

  test('an act that was answered is another act the next time', () => {
    const acts = keys();
    acts.keyFor('/a', { revision: 1 });
    acts.settle('/a', { revision: 1 });
    expect(acts.keyFor('/a', { revision: 1 })).toBe('key-2');
  });

  test('another body is another act', () => {
    const acts = keys();
    acts.keyFor('/a', { revision: 1 });
    expect(acts.keyFor('/a', { revision: 2 })).toBe('key-2');
  });
});
