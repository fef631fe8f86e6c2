// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, signal } from '@angular/core';
import { assertNever, cipClaim, parseItalianDate } from '@sportello/domain';
import type { CipCompanion, ToldWithCip } from '@sportello/domain';

export type CipGap = 'codice-fiscale' | 'id-carta' | 'surname' | 'name' | 'birth-date' | 'cip';

/** What a caller says to be recognised: a CIP, and with it one thing that names them. */
export class CipForm {
  readonly companion = signal<CipCompanion>('codice-fiscale');
  readonly codiceFiscale = signal('');
  readonly idCarta = signal('');
  readonly surname = signal('');
  readonly name = signal('');
  readonly birthDate = signal('');
  readonly cip = signal('');

  /** What is missing or cannot be one, in the order of the fields. */
  readonly companionGaps = computed<readonly CipGap[]>(() => {
    const told = this.told();
    const companion = this.companion();
    switch (companion) {
      case 'codice-fiscale':
        return cipClaim(told).ok ? [] : ['codice-fiscale'];
      case 'id-carta':
        return cipClaim(told).ok ? [] : ['id-carta'];
      case 'name-and-birth-date':
        return [...(told.surname ? [] : ['surname' as const]), ...(told.name ? [] : ['name' as const]), ...(told.birthDate === null ? ['birth-date' as const] : [])];
      default:
        return assertNever(companion);
    }
  });
  readonly gaps = computed<readonly CipGap[]>(() => [...this.companionGaps(), ...(this.cip().trim() === '' ? (['cip'] as const) : [])]);

  /** The companion that was chosen, and no other: what stands in a field that is not seen is not told. */
  told(): ToldWithCip {
    const companion = this.companion();
    const birthDate = parseItalianDate(this.birthDate());
    const isNamed = companion === 'name-and-birth-date';
    return {
      codiceFiscale: companion === 'codice-fiscale' ? textOf(this.codiceFiscale()) : null,
      idCarta: companion === 'id-carta' ? textOf(this.idCarta()) : null,
      surname: isNamed ? textOf(this.surname()) : null,
      name: isNamed ? textOf(this.name()) : null,
      birthDate: isNamed && birthDate.ok ? birthDate.value : null,
    };
  }

  /** Takes the CIP off the page, and hands it over. */
  takeCip(): string {
    const cip = this.cip().replace(/[\s-]/g, '');
    this.cip.set('');
    return cip;
  }
}

function textOf(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
