// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { RevocationLine } from '@sportello/contracts';
import { Clock } from '../../data/time/clock';
import { dateAndTime } from '../../data/time/desk-time';
import { State } from '../../ui/shape/state';
import { AGE_SHAPES, REVOCATION_SHAPES } from '../../ui/states/revocation-shapes';
import { SayPipe } from '../../ui/words/say.pipe';
import { since } from '../../ui/words/since';

/** One line per request: its number, what it asks, where it stands, and for how long. */
@Component({
  selector: 'app-revocations-table',
  imports: [TranslocoPipe, SayPipe, State],
  templateUrl: './revocations-table.html',
  styleUrl: './revocations-table.scss',
})
export class RevocationsTable {
  readonly #clock = inject(Clock);

  readonly requests = input.required<readonly RevocationLine[]>();
  readonly currentId = input<string | null>(null);
  readonly chosen = output<string>();

  readonly shapes = REVOCATION_SHAPES;
  readonly ageShapes = AGE_SHAPES;
  readonly when = dateAndTime;
  readonly rows = computed(() => this.requests().map((request) => ({ ...request, waits: since(request.since, this.#clock.now()) })));
}
