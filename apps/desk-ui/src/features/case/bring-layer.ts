// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { LayerFrame } from '../../ui/layer/layer-frame';
import { WhatToBring } from '../../ui/what-to-bring/what-to-bring';

/** *Cosa portare* over a case. */
@Component({
  selector: 'app-bring-layer',
  imports: [TranslocoPipe, LayerFrame, WhatToBring],
  template: `<app-layer-frame titleId="bring-title" [heading]="'whatToBring.title' | transloco"><app-what-to-bring /></app-layer-frame>`,
})
export class BringLayer {}
