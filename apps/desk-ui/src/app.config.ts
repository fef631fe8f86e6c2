// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, isDevMode, provideAppInitializer, provideBrowserGlobalErrorListeners, provideZonelessChangeDetection } from '@angular/core';
import type { ApplicationConfig } from '@angular/core';
import { provideRouter } from '@angular/router';
import { provideTransloco } from '@jsverse/transloco';
import { CatalogueLoader } from './i18n/catalogue-loader';
import { ROUTES } from './routes';
import { Language, LANGUAGES } from './ui/words/language';

export const APP_CONFIG: ApplicationConfig = {
  providers: [
    provideZonelessChangeDetection(),
    provideBrowserGlobalErrorListeners(),
    provideRouter(ROUTES),
    provideTransloco({
      config: { availableLangs: [...LANGUAGES], defaultLang: 'it', reRenderOnLangChange: true, prodMode: !isDevMode() },
      loader: CatalogueLoader,
    }),
    provideAppInitializer(() => inject(Language).begin()),
  ],
};
