// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PersonLine } from '@sportello/contracts';
import { State } from '../../ui/shape/state';
import { PERSON_SHAPES } from './person-shape';

/** The people of the body, a line each: those who wait for a second administrator first. */
@Component({
  selector: 'app-people-table',
  imports: [TranslocoPipe, State],
  templateUrl: './people-table.html',
  styleUrl: './people-table.scss',
})
export class PeopleTable {
  readonly people = input.required<readonly PersonLine[]>();
  readonly currentId = input.required<string | null>();
  readonly chosen = output<string>();
  readonly shapes = PERSON_SHAPES;
}
