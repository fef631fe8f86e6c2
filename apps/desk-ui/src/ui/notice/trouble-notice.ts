// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input } from '@angular/core';
import type { ProblemCode } from '@sportello/contracts';
import { wording } from '../words/wording';
import { Notice } from './notice';
import { hasSentence, PROBLEM_TONES, wordsCodeOf } from './problem-tones';

/** The trouble with an act, as the store keeps it. */
type Trouble =
  | { readonly kind: 'refused'; readonly problem: { readonly code: ProblemCode; readonly details?: Readonly<Record<string, unknown>> | undefined } }
  | { readonly kind: 'unreachable' };

/** Says what became of an act that did not go through, in the words of its problem. */
@Component({
  selector: 'app-trouble-notice',
  imports: [Notice],
  template: `
    <app-notice [tone]="told().tone" [heading]="told().heading" [text]="told().text" [sentence]="told().sentence"><ng-content /></app-notice>
  `,
})
export class TroubleNotice {
  readonly trouble = input.required<Trouble>();
  /** What the words need besides the problem's own details. */
  readonly facts = input<Readonly<Record<string, unknown>>>({});
  readonly told = computed(() => {
    const trouble = this.trouble();
    if (trouble.kind === 'unreachable') {
      return { tone: 'system' as const, heading: wording('problems.unreachable.title'), text: wording('problems.unreachable.text'), sentence: null };
    }
    const { code, details } = trouble.problem;
    const params = { ...this.facts(), ...details };
    const key = `problems.${wordsCodeOf(code)}`;
    return {
      tone: PROBLEM_TONES[code],
      heading: wording(`${key}.title`, params),
      text: wording(`${key}.text`, params),
      sentence: hasSentence(code) ? wording(`${key}.sentence`, params) : null,
    };
  });
}
