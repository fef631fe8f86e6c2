// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CardState } from '@sportello/domain';
import { writtenDate } from '../../data/time/desk-time';
import type { ShapeName } from '../shape/shape';
import { State } from '../shape/state';
import type { CardsToChoose } from './asking';

const SHAPES: Readonly<Record<CardState, ShapeName>> = { inactive: 'unknown', active: 'done', suspended: 'interrupted', revoked: 'stopped', expired: 'stopped', replaced: 'stopped', unknown: 'unknown' };

/** Which of the person's cards: told apart by expiry, the last eight digits and where it was activated. The others stay. */
@Component({
  selector: 'app-card-choice',
  imports: [TranslocoPipe, State],
  templateUrl: './card-choice.html',
  styleUrl: './card-choice.scss',
})
export class CardChoice {
  readonly draft = input.required<CardsToChoose>();

  readonly shapes = SHAPES;
  readonly written = writtenDate;

  lastDigits(idCarta: string): string {
    return `…${idCarta.slice(-8, -4)} ${idCarta.slice(-4)}`;
  }
}
