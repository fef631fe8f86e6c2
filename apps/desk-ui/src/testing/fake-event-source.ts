// SPDX-License-Identifier: AGPL-3.0-or-later
/** A stream of server-sent events whose server is the test. */
export class FakeEventSource extends EventTarget {
  isClosed = false;

  close(): void {
    this.isClosed = true;
  }

  say(type: string): void {
    this.dispatchEvent(new Event(type));
  }
}
