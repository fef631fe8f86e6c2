// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterNextRender, ElementRef, inject, Injector } from '@angular/core';
import { Keyboard } from '../keyboard/keyboard';

/** Moves the cursor to an element of the calling component once the page shows what was just changed. A layer keeps the focus that it has. */
export function focusMover(): (selector: string) => void {
  const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const injector = inject(Injector);
  const keyboard = inject(Keyboard);
  return (selector) => {
    afterNextRender(
      () => {
        if (keyboard.isLayerOpen && host.closest('.layer') === null) return;
        const target = host.querySelector<HTMLElement>(selector);
        target?.focus();
        if (target instanceof HTMLInputElement) target.select();
      },
      { injector },
    );
  };
}

/** Puts the cursor where the work goes on when the calling component has come up. */
export function focusOnArrival(selector: string): void {
  focusMover()(selector);
}
