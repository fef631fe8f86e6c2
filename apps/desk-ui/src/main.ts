// SPDX-License-Identifier: AGPL-3.0-or-later
import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app';
import { APP_CONFIG } from './app.config';

// A page that cannot start has nowhere else to say so: the browser reports what is thrown here.
void bootstrapApplication(App, APP_CONFIG);
