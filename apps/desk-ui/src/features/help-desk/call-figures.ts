// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { HelpDeskView } from '@sportello/contracts';

/** Sums of this month's calls, by whoever took them. */
@Component({
  selector: 'app-call-figures',
  imports: [TranslocoPipe],
  template: `
    <h2 id="figures-title">{{ 'helpDesk.start.figures' | transloco }}</h2>
    <table aria-labelledby="figures-title">
      <thead>
        <tr>
          <th scope="col">{{ 'helpDesk.start.figuresOperator' | transloco }}</th>
          <th scope="col">{{ 'helpDesk.start.figuresCalls' | transloco }}</th>
          <th scope="col">{{ 'helpDesk.start.figuresMinutes' | transloco }}</th>
        </tr>
      </thead>
      <tbody>
        @for (figure of figures(); track $index) {
          <tr>
            <th scope="row">{{ figure.operator }}</th>
            <td>{{ figure.calls }}</td>
            <td>{{ figure.minutes }}</td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styleUrl: './call-figures.scss',
})
export class CallFigures {
  readonly figures = input.required<NonNullable<HelpDeskView['figures']>>();
}
