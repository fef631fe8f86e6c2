// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { PublicDesks } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { createHash } from 'node:crypto';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Clock } from '../../platform/ports/clock';
import type { Refusal } from '../../platform/problems/refusal';
import { SourceThrottle } from '../../platform/throttle/source-throttle';
import { desksCsv } from './desks-csv';
import { PublicDesksRepository } from './public-desks.repository';

/** A page that is opened again and again, a public office behind one address, and a program that reads the list each minute. */
const LIMITS = { mostOfSource: 60, windowMs: 60_000, mostSources: 10_000 };

export interface PublicList {
  readonly content: string;
  readonly etag: string;
}

/** *Dove attivarla*: the desks that anybody may know of, as JSON or as CSV. */
@Injectable()
export class ListDesks {
  private readonly throttle = new SourceThrottle(LIMITS);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async run(format: 'json' | 'csv', source: string): Promise<Outcome<PublicList, Refusal>> {
    const seconds = this.throttle.secondsToWait(source, this.clock.now());
    if (seconds > 0) return refuse({ kind: 'too-many-attempts', details: { retryAfterSeconds: seconds } });
    const desks = await this.unitOfWork.read((transaction) => transaction.repository(PublicDesksRepository).listed());
    const content = format === 'csv' ? desksCsv(desks) : JSON.stringify({ desks: [...desks] } satisfies PublicDesks);
    return accept({ content, etag: `"${createHash('sha256').update(content).digest('base64url')}"` });
  }
}
