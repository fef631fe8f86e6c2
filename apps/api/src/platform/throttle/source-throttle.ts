// SPDX-License-Identifier: AGPL-3.0-or-later
export interface ThrottleLimits {
  /** Answers to one source within the window. */
  readonly mostOfSource: number;
  readonly windowMs: number;
  /** Sources that are remembered; beyond them all share one count, so that no flood of addresses fills the memory. */
  readonly mostSources: number;
}

interface Window {
  readonly endsAt: number;
  readonly answers: number;
}

const EVERYBODY_ELSE = '*';

/** Counts what anybody may ask for without a name, in this copy of the API. */
export class SourceThrottle {
  private readonly windows = new Map<string, Window>();

  constructor(private readonly limits: ThrottleLimits) {}

  /** Seconds that the source has to wait; 0: it is answered, and that is counted. */
  secondsToWait(source: string, now: Date): number {
    const key = this.keyOf(source, now.getTime());
    const known = this.windows.get(key);
    const window = known && known.endsAt > now.getTime() ? known : { endsAt: now.getTime() + this.limits.windowMs, answers: 0 };
    if (window.answers >= this.limits.mostOfSource) return Math.ceil((window.endsAt - now.getTime()) / 1000);
    this.windows.set(key, { ...window, answers: window.answers + 1 });
    return 0;
  }

  private keyOf(source: string, now: number): string {
    if (this.windows.has(source) || this.windows.size < this.limits.mostSources) return source;
    for (const [key, { endsAt }] of this.windows) if (endsAt <= now) this.windows.delete(key);
    return this.windows.size < this.limits.mostSources ? source : EVERYBODY_ELSE;
  }
}
