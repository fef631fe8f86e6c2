// SPDX-License-Identifier: AGPL-3.0-or-later
import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app';
import { APP_CONFIG } from './app.config';

bootstrapApplication(App, APP_CONFIG).catch((error: unknown) => console.error(error));
