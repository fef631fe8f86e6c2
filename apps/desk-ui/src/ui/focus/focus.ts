// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterNextRender, ElementRef, inject } from '@angular/core';
import { Keyboard } from '../keyboard/keyboard';

/** Puts the cursor where the work goes on when the calling component has come up, unless a layer has the focus. */
export function focusOnArrival(selector: string): void {
  const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const keyboard = inject(Keyboard);
  afterNextRender(() => {
    if (!keyboard.isLayerOpen) host.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
  });
}
