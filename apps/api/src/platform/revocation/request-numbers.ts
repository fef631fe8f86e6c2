// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { OutboxWork } from '../database/outbox-work';
import { yearOfRequest } from './new-request';
import { NewRequestRepository } from './new-request.repository';

/** As many as a desk system can record until the next look. */
const STOCK = 300;
const FEW = 200;
const LOOK_EVERY_MS = 500;

/**
 * A stock of numbers, so that those who record at the same time do not wait for each other's commit. What is taken back stays in stock and is given next: no number is left out for good
 * but the last of a year, and none is given twice.
 */
@Injectable()
export class RequestNumbers {
  private lookedAt = -Infinity;

  constructor(private readonly work: OutboxWork) {}

  /** Not oftener than numbers can run out. */
  async keepStock(): Promise<void> {
    if (performance.now() - this.lookedAt < LOOK_EVERY_MS) return;
    this.lookedAt = performance.now();
    const { year, left } = await this.work.read(async (transaction) => {
      const ofNow = yearOfRequest(transaction.now);
      return { year: ofNow, left: await transaction.repository(NewRequestRepository).inStock(ofNow) };
    });
    if (left < FEW) await this.work.run((transaction) => transaction.repository(NewRequestRepository).putInStock(year, STOCK - left));
  }
}
