// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { Log, faultOf } from '../logging/log';

export interface FileSent {
  readonly type: string;
  readonly name: string;
}

/** Sends lines as they come: a browser saves them. What breaks off midway ends the connection without an end, so that nobody takes the part for the whole. */
@Injectable()
export class SendLines {
  constructor(private readonly log: Log) {}

  async run(reply: FastifyReply, { type, name }: FileSent, lines: AsyncGenerator<string, void>): Promise<void> {
    await reply
      .type(type)
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(Readable.from(this.told(lines)));
  }

  private async *told(lines: AsyncGenerator<string, void>): AsyncGenerator<string, void> {
    try {
      yield* lines;
    } catch (error) {
      this.log.error('an export broke off', { fault: faultOf(error) });
      throw error;
    }
  }
}
