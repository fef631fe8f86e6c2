// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { RevocationAuthority } from '../../platform/authority/revocation-authority';
import type { Refusal } from '../../platform/problems/refusal';
import { LateRevocations } from '../../platform/revocation/late-revocations';

export interface RevocationsInTime {
  readonly status: 'in-time';
  /** `none`: nobody is configured who revokes. */
  readonly authority: RevocationAuthority['kind'];
}

@Injectable()
export class CheckRevocations {
  constructor(
    private readonly late: LateRevocations,
    private readonly authority: RevocationAuthority,
  ) {}

  async run(): Promise<Outcome<RevocationsInTime, Refusal>> {
    const troubles = await this.late.troubles();
    if (troubles.late === 0 && troubles.stuck === 0) return accept({ status: 'in-time', authority: this.authority.kind });
    return refuse({ kind: 'unavailable', details: { because: 'revocations', ...troubles } });
  }
}
