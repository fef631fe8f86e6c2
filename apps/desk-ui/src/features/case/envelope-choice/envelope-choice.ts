// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ENVELOPE_LANGUAGES, ENVELOPE_LAYOUTS } from '@sportello/domain';
import type { EnvelopeStyle } from '@sportello/domain';

const STYLES: readonly EnvelopeStyle[] = ENVELOPE_LAYOUTS.flatMap((layout) => ENVELOPE_LANGUAGES.map((language) => ({ language, layout })));

/** A quiet choice beside the act that prints: the envelope's language, and large print. */
@Component({
  selector: 'app-envelope-choice',
  imports: [TranslocoPipe],
  templateUrl: './envelope-choice.html',
  styleUrl: './envelope-choice.scss',
})
export class EnvelopeChoice {
  readonly chosen = input.required<EnvelopeStyle>();
  readonly choice = output<EnvelopeStyle>();
  readonly styles = STYLES;

  isChosen({ language, layout }: EnvelopeStyle): boolean {
    return language === this.chosen().language && layout === this.chosen().layout;
  }

  choose(index: number): void {
    const style = STYLES[index];
    if (style) this.choice.emit(style);
  }
}
