// SPDX-License-Identifier: AGPL-3.0-or-later
import { InjectionToken } from '@angular/core';

/** Opens a stream of server-sent events, so that tests put their own in its place. */
export const OPEN_EVENT_SOURCE = new InjectionToken<(path: string) => EventSource>('EventSource', {
  providedIn: 'root',
  factory: () => (path) => new EventSource(path),
});
