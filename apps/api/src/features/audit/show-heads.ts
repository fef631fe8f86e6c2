// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { LogHeadsView } from '@sportello/contracts';
import { LOG_NAMES } from '../../platform/audit/act-outcomes';
import { LogHeads } from '../../platform/audit/log-heads';
import { Sealer } from '../../platform/audit/sealer';

/** Where the logs end, as far as this copy of the API knows. */
@Injectable()
export class ShowHeads {
  constructor(
    private readonly heads: LogHeads,
    private readonly sealer: Sealer,
  ) {}

  run(): LogHeadsView {
    return {
      heads: LOG_NAMES.flatMap((log) => {
        const head = this.heads.of(log);
        return head ? [{ ...head, log }] : [];
      }),
      stopped: [...this.sealer.stopped()].map(([log, because]) => ({ log, because })),
    };
  }
}
