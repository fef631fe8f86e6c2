// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { OuterCode } from '@sportello/domain';
import { equalInConstantTime, keyedMac } from '@sportello/seal';
import type { IntentRow } from '../database/rows/intent-row';
import { Keys } from '../keys/keys';

/** The code outside the envelope: the API knows it as a keyed MAC, so that only the paper can supply it. */
@Injectable()
export class OuterCodes {
  constructor(private readonly keys: Keys) {}

  macOf(intentId: string, { value }: OuterCode): Buffer {
    return Buffer.from(keyedMac({ key: this.keys.outerCode, label: 'outer-code', parts: [intentId, value] }));
  }

  isOf(intent: IntentRow, outerCode: OuterCode): boolean {
    return equalInConstantTime(this.macOf(intent.id, outerCode), intent.outerCodeMac);
  }
}
