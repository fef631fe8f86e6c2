// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DeskView } from '@sportello/contracts';
import { State } from '../../../ui/shape/state';
import type { ShapeName } from '../../../ui/shape/shape';

interface Told {
  readonly key: 'stopped' | 'notOpened' | 'closed' | 'low' | 'matters';
  readonly shape: ShapeName;
  readonly to: '/giornata' | '/fogli';
}

/** What is to be done about day and sheets, the most urgent first; nothing when all is well. A day that nobody opened keeps no citizen waiting. */
@Component({
  selector: 'app-custody-line',
  imports: [TranslocoPipe, RouterLink, State],
  template: `
    @for (told of lines(); track told.key) {
      <p>
        <app-state [shape]="told.shape">{{ 'custodyLine.' + told.key | transloco: facts() }}</app-state>
        <a [routerLink]="told.to">{{ 'custodyLine.links.' + told.key | transloco }}</a>
      </p>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 1.5rem;
      margin-left: auto;
      font-size: 1rem;
    }
    p {
      display: flex;
      gap: 0.5rem;
      align-items: center;
    }
  `,
})
export class CustodyLine {
  readonly desk = input.required<DeskView>();
  readonly facts = computed(() => {
    const { custody, sheets } = this.desk();
    return { count: custody.matters, loaded: sheets.loaded, minimum: custody.minimumSheets };
  });
  readonly lines = computed((): readonly Told[] => {
    const { day, isStockLow, matters, stop } = this.desk().custody;
    return [
      ...(stop === null ? [] : [{ key: 'stopped', shape: 'stopped', to: '/fogli' } as const]),
      ...(day === 'not-opened' ? [{ key: 'notOpened', shape: 'unknown', to: '/giornata' } as const] : []),
      ...(day === 'closed' ? [{ key: 'closed', shape: 'done', to: '/giornata' } as const] : []),
      ...(isStockLow ? [{ key: 'low', shape: 'attention', to: '/fogli' } as const] : []),
      ...(stop === null && matters > 0 ? [{ key: 'matters', shape: 'waiting', to: '/fogli' } as const] : []),
    ];
  });
}
