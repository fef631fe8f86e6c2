// SPDX-License-Identifier: AGPL-3.0-or-later
import { Service } from '@angular/core';
import type { Translation, TranslocoLoader } from '@jsverse/transloco';

/** Each catalogue is a file of its own in the build, fetched when its language is spoken. */
@Service()
export class CatalogueLoader implements TranslocoLoader {
  async getTranslation(language: string): Promise<Translation> {
    const catalogue = language === 'en' ? await import('./en.json') : await import('./it.json');
    return catalogue.default;
  }
}
