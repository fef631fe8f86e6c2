// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, signal } from '@angular/core';
import { isAfter } from '@sportello/domain';
import type { LocalDate } from '@sportello/domain';
import type { Decree } from '@sportello/contracts';
import { dateIn, tidyDate } from './typed-date';
import { gapOf } from './gap';
import type { Gap } from './gap';

export type DecreeField = 'number' | 'issuedOn' | 'court' | 'coversAct';

/** The decree that appoints a support administrator, as it lies on the counter. */
export class DecreeForm {
  readonly number = signal('');
  readonly issuedOn = signal('');
  readonly court = signal('');
  readonly coversAct = signal(false);

  readonly gaps = computed<readonly Gap<DecreeField>[]>(() => {
    const issuedOn = dateIn(this.issuedOn());
    return [
      ...gapOf('number', this.number(), true),
      ...gapOf('issuedOn', this.issuedOn(), issuedOn !== undefined && !isAfter(issuedOn, this.today())),
      ...gapOf('court', this.court(), true),
      ...(this.coversAct() ? [] : [{ field: 'coversAct', is: 'absent' } as const]),
    ];
  });

  constructor(private readonly today: () => LocalDate) {}

  leave(field: 'number' | 'issuedOn' | 'court'): void {
    if (field === 'issuedOn') tidyDate(this.issuedOn);
  }

  message(): Decree | null {
    const issuedOn = dateIn(this.issuedOn());
    if (this.gaps().length > 0 || !issuedOn) return null;
    return { number: this.number().trim(), issuedOn, court: this.court().trim(), coversAct: true };
  }
}
