// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EarlierCall } from '@sportello/contracts';
import { dateAndTime } from '../../data/time/desk-time';
import { LayerFrame } from '../../ui/layer/layer-frame';

/** The earlier calls of whoever was recognised: what they were about and how they ended, and never their notes. */
@Component({
  selector: 'app-earlier-layer',
  imports: [TranslocoPipe, LayerFrame],
  template: `
    <app-layer-frame titleId="earlier-title" [heading]="'helpDesk.earlier.title' | transloco">
      <table aria-labelledby="earlier-title">
        <thead>
          <tr>
            <th scope="col">{{ 'helpDesk.earlier.when' | transloco }}</th>
            <th scope="col">{{ 'helpDesk.earlier.about' | transloco }}</th>
            <th scope="col">{{ 'helpDesk.earlier.outcome' | transloco }}</th>
            <th scope="col">{{ 'helpDesk.earlier.request' | transloco }}</th>
          </tr>
        </thead>
        <tbody>
          @for (call of calls; track call.id) {
            <tr>
              <th scope="row">{{ when(call.openedAt) }} <span class="help">{{ 'helpDesk.channels.' + call.channel | transloco }}</span></th>
              <td>{{ call.category ? ('helpDesk.categories.' + call.category | transloco) : '–' }}</td>
              <td>{{ call.outcome ? ('helpDesk.outcomes.' + call.outcome | transloco) : '–' }}</td>
              <td class="number">{{ call.requestNumber ?? '–' }}</td>
            </tr>
          }
        </tbody>
      </table>
    </app-layer-frame>
  `,
  styleUrl: './earlier-layer.scss',
})
export class EarlierLayer {
  readonly calls = inject<readonly EarlierCall[]>(DIALOG_DATA);
  readonly when = dateAndTime;
}
