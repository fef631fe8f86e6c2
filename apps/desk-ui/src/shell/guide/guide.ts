// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { LayerFrame } from '../../ui/layer/layer-frame';

/** What the keys do, and how an activation goes. */
@Component({
  selector: 'app-guide',
  imports: [TranslocoPipe, LayerFrame],
  templateUrl: './guide.html',
  styleUrl: './guide.scss',
})
export class Guide {
  readonly steps = ['insert', 'document', 'envelope', 'write', 'deliver'] as const;
  readonly keys = [
    { key: 'keys.enter', does: 'enter' },
    { key: 'keys.escape', does: 'escape' },
    { key: 'keys.f1', does: 'f1' },
    { key: 'keys.f2', does: 'f2' },
    { key: 'keys.f3', does: 'f3' },
    { key: 'keys.f4', does: 'f4' },
    { key: 'keys.f8', does: 'f8' },
    { key: 'keys.f9', does: 'f9' },
  ] as const;
}
