// SPDX-License-Identifier: AGPL-3.0-or-later
import { DestroyRef, DOCUMENT, inject, InjectionToken, Service } from '@angular/core';

/** The keys of the desk; each is printed on its button. */
export const DESK_KEYS = ['F1', 'F2', 'F3', 'F4', 'F8', 'F9'] as const;
export type DeskKey = (typeof DESK_KEYS)[number];

/** Which layer a component lies in: 0 is the page itself. */
export const KEY_LAYER = new InjectionToken<number>('key layer', { providedIn: 'root', factory: () => 0 });

interface Binding {
  readonly key: DeskKey | 'Enter';
  readonly layer: number;
  readonly action: () => void;
}

/** Elements on which Enter already means something, or makes a new line. */
const OWN_ENTER = 'button, a[href], textarea, summary, [contenteditable]';

/** The desk's keys and its primary action. While a layer is open only what the layer bound is heard; the latest binding of a key wins. */
@Service()
export class Keyboard {
  #bindings: readonly Binding[] = [];
  #layer = 0;

  constructor() {
    const document = inject(DOCUMENT);
    const listen = (event: KeyboardEvent) => this.#hear(event);
    document.addEventListener('keydown', listen);
    inject(DestroyRef).onDestroy(() => document.removeEventListener('keydown', listen));
  }

  get isLayerOpen(): boolean {
    return this.#layer > 0;
  }

  /** Binds a key, or Enter as the primary action, for a layer and until the returned function is called. */
  bind(key: DeskKey | 'Enter', layer: number, action: () => void): () => void {
    const binding: Binding = { key, layer, action };
    this.#bindings = [...this.#bindings, binding];
    return () => {
      this.#bindings = this.#bindings.filter((bound) => bound !== binding);
    };
  }

  /** Returns the number of the layer that now lies on top. */
  enterLayer(): number {
    this.#layer += 1;
    return this.#layer;
  }

  leaveLayer(): void {
    this.#layer -= 1;
  }

  #hear(event: KeyboardEvent): void {
    const isDeskKey = DESK_KEYS.some((key) => key === event.key);
    const hasModifier = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
    if ((!isDeskKey && event.key !== 'Enter') || event.defaultPrevented || hasModifier || event.isComposing) return;
    if (event.key === 'Enter' && event.target instanceof Element && event.target.closest(OWN_ENTER)) return;
    const bound = this.#bindings.findLast(({ key, layer }) => key === event.key && layer === this.#layer);
    // A browser's own help, search or address bar must not open over the desk, bound or not.
    if (isDeskKey || bound) event.preventDefault();
    if (bound && !event.repeat) bound.action();
  }
}

/** Binds a key for as long as the calling component lives. */
export function bindKey(key: DeskKey | 'Enter', action: () => void): void {
  inject(DestroyRef).onDestroy(inject(Keyboard).bind(key, inject(KEY_LAYER), action));
}
