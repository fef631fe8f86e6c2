// SPDX-License-Identifier: AGPL-3.0-or-later
import { Service } from '@angular/core';
import type { Translation, TranslocoLoader } from '@jsverse/transloco';

/** Each catalogue is two files of its own in the build: what the sign-in page says, and all the rest, which nobody waits for before they have signed in. */
@Service()
export class CatalogueLoader implements TranslocoLoader {
  async getTranslation(language: string): Promise<Translation> {
    const front = language === 'en' ? await import('./front/en.json') : await import('./front/it.json');
    return front.default;
  }

  async rest(language: string): Promise<Translation> {
    const rest = language === 'en' ? await import('./en.json') : await import('./it.json');
    return rest.default;
  }
}
