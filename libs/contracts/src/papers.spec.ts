// SPDX-License-Identifier: AGPL-3.0-or-later
import { PAPERS, RETURN_REASONS } from '@sportello/domain';
import { PROBLEM_CODES } from './problem';
import { PaperText } from './station/papers';

describe('papers on the wire', () => {
  it('are those that the desk knows', () => {
    expect(PaperText.options.map(({ shape }) => shape.paper.value)).toEqual(PAPERS);
  });

  it('send nobody home for a reason that no problem is called by', () => {
    expect(RETURN_REASONS.filter((reason) => !(PROBLEM_CODES as readonly string[]).includes(reason))).toEqual([]);
  });
});
