// SPDX-License-Identifier: AGPL-3.0-or-later
import { unstorableTextIn } from './unstorable-text';

describe('text that no column stores', () => {
  it.each<[unknown, string | undefined]>([
    ['a\u0000b', ''],
    [{ note: 'a\u0000' }, 'note'],
    [{ person: { names: ['MARIA', '\u0000'] } }, 'person.names.1'],
    [{ note: 'a\\u0000b' }, undefined],
    [{ note: null, count: 3 }, undefined],
    [Buffer.from([0, 0]), undefined],
    [undefined, undefined],
  ])('in %j is found at %j', (body, where) => {
    expect(unstorableTextIn(body)).toBe(where);
  });

  it('is looked for however deep a body is nested', () => {
    const deep = JSON.parse(`${'['.repeat(20_000)}"\\u0000"${']'.repeat(20_000)}`) as unknown;
    expect(unstorableTextIn(deep)).toMatch(/^0(\.0)+$/);
  });
});
