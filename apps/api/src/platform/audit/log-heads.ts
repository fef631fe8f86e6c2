// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { Head } from '@sportello/seal';
import { type LogName, LOG_NAMES } from './act-outcomes';

/** The newest heads that this copy of the API knows of, in memory: every answer carries them. */
@Injectable()
export class LogHeads {
  private readonly heads = new Map<string, Head>();
  private text = '[]';

  of(log: LogName): Head | undefined {
    return this.heads.get(log);
  }

  all(): readonly Head[] {
    return LOG_NAMES.flatMap((log) => this.heads.get(log) ?? []);
  }

  /** For the header of an answer: JSON, in ASCII. */
  asHeader(): string {
    return this.text;
  }

  /** A head that was sealed, here or by another copy; one that is older than what is known says nothing. */
  note(head: Head): void {
    if ((this.heads.get(head.log)?.number ?? 0) >= head.number) return;
    this.heads.set(head.log, head);
    this.text = JSON.stringify(this.all());
  }
}
