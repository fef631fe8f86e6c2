// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-names';

interface Item {
  readonly id: string;
  readonly icon: IconName;
}

/** What the holder brings to have the own card activated. */
const HOLDER_ITEMS: readonly Item[] = [
  { id: 'card', icon: 'it-card' },
  { id: 'document', icon: 'it-user' },
  { id: 'form', icon: 'it-file-signed' },
];

/** *Cosa portare*: the list that the operator reads out, the same beside the idle desk and over a case. */
@Component({
  selector: 'app-what-to-bring',
  imports: [TranslocoPipe, Icon],
  templateUrl: './what-to-bring.html',
  styleUrl: './what-to-bring.scss',
})
export class WhatToBring {
  readonly items = HOLDER_ITEMS;
}
