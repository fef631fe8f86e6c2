// SPDX-License-Identifier: AGPL-3.0-or-later
import { InjectionToken } from '@angular/core';

export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

/** The browser's fetch, so that tests put their own in its place. */
export const FETCH = new InjectionToken<Fetch>('fetch', { providedIn: 'root', factory: () => (input, init) => globalThis.fetch(input, init) });
