// SPDX-License-Identifier: AGPL-3.0-or-later
/** The instant, as a port: tests set it. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}
