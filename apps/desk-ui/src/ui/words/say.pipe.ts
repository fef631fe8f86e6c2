// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Pipe } from '@angular/core';
import type { PipeTransform } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Language } from './language';
import type { Wording } from './wording';

/** Translates a wording in a template. */
@Pipe({ name: 'say', pure: false })
export class SayPipe implements PipeTransform {
  readonly #transloco = inject(TranslocoService);
  readonly #language = inject(Language);

  transform(said: Wording): string {
    // Read here so that the view that shows the words is checked again when the language changes.
    this.#language.current();
    return this.#transloco.translate(said.key, said.params ?? {});
  }
}
