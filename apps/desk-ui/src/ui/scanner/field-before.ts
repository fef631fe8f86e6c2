// SPDX-License-Identifier: AGPL-3.0-or-later
type TextField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export function isField(element: Element | null): element is TextField {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
}

/** Nobody scans a password, and a program that fills one in types as fast as a scanner. */
export function isPasswordField(element: Element | null): boolean {
  return element instanceof HTMLInputElement && element.type === 'password';
}

export function isTextField(element: Element | null): boolean {
  return element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(element.type));
}

/** Remembers a field as it was before a scanner's keys fell into it, and puts it back. */
export class FieldBefore {
  readonly #value: string;

  constructor(private readonly field: TextField) {
    this.#value = field.value;
  }

  restore(): void {
    if (this.field.value === this.#value) return;
    this.field.value = this.#value;
    this.field.dispatchEvent(new Event('input', { bubbles: true }));
    if (this.field instanceof HTMLSelectElement) this.field.dispatchEvent(new Event('change', { bubbles: true }));
  }
}
