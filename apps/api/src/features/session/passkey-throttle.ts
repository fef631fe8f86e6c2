// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { SourceThrottle } from '../../platform/throttle/source-throttle';
import { Clock } from '../../platform/ports/clock';

/** A sign-in is two requests; a body's desks may come from one address, all in one morning. Nothing can be guessed here: it is the rows that are counted. */
const LIMITS = { mostOfSource: 120, windowMs: 60_000, mostSources: 10_000 };

/** One count for all that a sign-in by passkey answers without a name. */
@Injectable()
export class PasskeyThrottle {
  private readonly sources = new SourceThrottle(LIMITS);

  constructor(private readonly clock: Clock) {}

  secondsToWait(source: string): number {
    return this.sources.secondsToWait(source, this.clock.now());
  }
}
