// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Shape } from '../../../ui/shape/shape';
import type { StepMark } from '../case-step';

/** The way of a case. Not links: the case decides. */
@Component({
  selector: 'app-steps',
  imports: [TranslocoPipe, Shape],
  templateUrl: './steps.html',
  styleUrl: './steps.scss',
})
export class Steps {
  readonly steps = input.required<readonly StepMark[]>();
}
