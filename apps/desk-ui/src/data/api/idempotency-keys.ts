// SPDX-License-Identifier: AGPL-3.0-or-later
/** Gives each act its key. While an act has had no definite answer the same act gets the same key again, so that a retry is not a second act. */
export class IdempotencyKeys {
  readonly #unanswered = new Map<string, string>();

  constructor(private readonly makeKey: () => string) {}

  keyFor(path: string, body: unknown): string {
    const act = nameOf(path, body);
    const key = this.#unanswered.get(act) ?? this.makeKey();
    this.#unanswered.set(act, key);
    return key;
  }

  settle(path: string, body: unknown): void {
    this.#unanswered.delete(nameOf(path, body));
  }
}

function nameOf(path: string, body: unknown): string {
  return `${path} ${JSON.stringify(body)}`;
}
