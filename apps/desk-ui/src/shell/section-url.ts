// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signal } from '@angular/core';
import { inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map } from 'rxjs';

/** The path that is shown now, without what follows a question mark. */
export function sectionUrl(): Signal<string> {
  const router = inject(Router);
  const path = () => router.url.split(/[?#]/)[0] ?? '/';
  return toSignal(
    router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(path),
    ),
    { initialValue: path() },
  );
}
