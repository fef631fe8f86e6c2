// SPDX-License-Identifier: AGPL-3.0-or-later
import { Clock } from '../platform/ports/clock';

/** A morning at the desk; it passes only when a test says so. */
export class TestClock extends Clock {
  private instant: Date;

  constructor(start = '2026-11-24T09:00:00Z') {
    super();
    this.instant = new Date(start);
  }

  override now(): Date {
    return new Date(this.instant);
  }

  pass({ seconds = 0, minutes = 0, hours = 0, days = 0 }: { readonly seconds?: number; readonly minutes?: number; readonly hours?: number; readonly days?: number }): void {
    this.instant = new Date(this.instant.getTime() + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000);
  }
}
