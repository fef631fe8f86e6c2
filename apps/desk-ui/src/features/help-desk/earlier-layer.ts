// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EarlierCall } from '@sportello/contracts';
import { dateAndTime } from '../../data/time/desk-time';
import { CallLookLayer } from '../../ui/calls/call-look-layer';
import { LayerFrame } from '../../ui/layer/layer-frame';
import { Layers } from '../../ui/layer/layers';

/** The earlier calls of whoever was recognised: what they were about and how they ended. Their notes are seen by whoever opens one, and the log tells it; those of another desk stay there, and the row says at which. */
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
            <td></td>
          </tr>
        </thead>
        <tbody>
          @for (call of calls; track call.id) {
            <tr>
              <th scope="row">{{ when(call.openedAt) }} <span class="help">{{ 'helpDesk.channels.' + call.channel | transloco }}</span></th>
              <td>{{ call.category ? ('helpDesk.categories.' + call.category | transloco) : '–' }}</td>
              <td>{{ call.outcome ? ('helpDesk.outcomes.' + call.outcome | transloco) : '–' }}</td>
              <td class="number">{{ call.requestNumber ?? '–' }}</td>
              <td>
                @if (call.canRead) {
                  <button type="button" class="button small" [attr.aria-label]="'helpDesk.earlier.readOne' | transloco: { number: call.number }" (click)="look(call.id)">{{ 'helpDesk.earlier.read' | transloco }}</button>
                } @else if (call.takenAt; as at) {
                  <span class="help">{{ 'helpDesk.earlier.elsewhere' | transloco: at }}</span>
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    </app-layer-frame>
  `,
  styleUrl: './earlier-layer.scss',
})
export class EarlierLayer {
  readonly #layers = inject(Layers);

  readonly calls = inject<readonly EarlierCall[]>(DIALOG_DATA);
  readonly when = dateAndTime;

  look(id: string): void {
    this.#layers.open(CallLookLayer, { data: id, labelledBy: 'call-look-title' });
  }
}
