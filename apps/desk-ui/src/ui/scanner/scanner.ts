// SPDX-License-Identifier: AGPL-3.0-or-later
import { DestroyRef, DOCUMENT, inject, Service } from '@angular/core';
import { recogniseScan } from '@sportello/domain';
import type { RecognisedScan } from '@sportello/domain';
import { FieldBefore, isField, isPasswordField, isTextField } from './field-before';
import { LINE_PAUSE_MS, ScanReader } from './scan-reader';

export interface Scan {
  readonly text: string;
  readonly recognised: RecognisedScan;
}

/** A line of a machine-readable zone: more of them may follow. */
const MRZ_LINE = /^[A-Z0-9<]{30,44}$/i;

/** Catches what a scanner types or somebody pastes whole, wherever the focus is; nothing of it stays in a field, and its Enter presses nothing. */
@Service()
export class Scanner {
  readonly #document = inject(DOCUMENT);
  readonly #reader = new ScanReader();
  #before: FieldBefore | undefined;
  #lines: readonly string[] = [];
  #linesTimer: ReturnType<typeof setTimeout> | undefined;
  #handlers: readonly ((scan: Scan) => void)[] = [];

  constructor() {
    const onKey = (event: KeyboardEvent) => this.#hearKey(event);
    const onPaste = (event: ClipboardEvent) => this.#hearPaste(event);
    this.#document.addEventListener('keydown', onKey, { capture: true });
    this.#document.addEventListener('paste', onPaste, { capture: true });
    inject(DestroyRef).onDestroy(() => {
      this.#document.removeEventListener('keydown', onKey, { capture: true });
      this.#document.removeEventListener('paste', onPaste, { capture: true });
    });
  }

  /** Hands every scan to `handler`, the latest one bound, until the returned function is called. */
  handle(handler: (scan: Scan) => void): () => void {
    this.#handlers = [...this.#handlers, handler];
    return () => {
      this.#handlers = this.#handlers.filter((bound) => bound !== handler);
    };
  }

  #hearKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const focused = this.#document.activeElement;
    if (isPasswordField(focused)) return;
    const reading = this.#reader.read(event.key, event.timeStamp);
    if (reading.kind === 'first') this.#before = isField(focused) ? new FieldBefore(focused) : undefined;
    // A space would press the button that has the focus.
    if (reading.kind === 'burst' && event.key === ' ' && !isTextField(focused)) event.preventDefault();
    if (reading.kind !== 'scan') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#before?.restore();
    this.#before = undefined;
    this.#gather(reading.text);
  }

  /** Into a text field one may paste what one likes, but for a whole code of ours. */
  #hearPaste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain').trim() ?? '';
    const { kind } = recogniseScan(text);
    const isOurs = kind === 'outer-code' || kind === 'form' || kind === 'mrz';
    if (text === '' || (isTextField(this.#document.activeElement) && !isOurs)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#emit(text);
  }

  #gather(line: string): void {
    clearTimeout(this.#linesTimer);
    this.#lines = [...this.#lines, line];
    const text = this.#lines.join('\n');
    const mayContinue = this.#lines.every((read) => MRZ_LINE.test(read)) && recogniseScan(text).kind === 'unknown';
    if (mayContinue) this.#linesTimer = setTimeout(() => this.#emitLines(), LINE_PAUSE_MS);
    else this.#emitLines();
  }

  #emitLines(): void {
    const text = this.#lines.join('\n');
    this.#lines = [];
    this.#emit(text);
  }

  #emit(text: string): void {
    this.#handlers.at(-1)?.({ text, recognised: recogniseScan(text) });
  }
}

/** Takes the scans for as long as the calling component lives. */
export function takeScans(handler: (scan: Scan) => void): void {
  inject(DestroyRef).onDestroy(inject(Scanner).handle(handler));
}
