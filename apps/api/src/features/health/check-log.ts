// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { Sealer } from '../../platform/audit/sealer';
import type { Refusal } from '../../platform/problems/refusal';

@Injectable()
export class CheckLog {
  constructor(private readonly sealer: Sealer) {}

  run(): Outcome<{ readonly status: 'sealing' }, Refusal> {
    const stopped = Object.fromEntries(this.sealer.stopped());
    return Object.keys(stopped).length === 0 ? accept({ status: 'sealing' }) : refuse({ kind: 'unavailable', details: { because: 'log', stopped } });
  }
}
