// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { SessionState } from '../../data/session/session-state';
import { LayerFrame } from '../../ui/layer/layer-frame';

/** What the keys do, and how an activation goes; for whoever answers calls and sees no desk, how a call goes. */
@Component({
  selector: 'app-guide',
  imports: [TranslocoPipe, LayerFrame],
  templateUrl: './guide.html',
  styleUrl: './guide.scss',
})
export class Guide {
  readonly #session = inject(SessionState);

  readonly isOfCalls = this.#session.may('call.keep') && !this.#session.may('desk.read');
  readonly callSteps = ['answer', 'identify', 'elsewhere', 'revoke', 'number'] as const;
  readonly callKeys = [
    { key: 'keys.enter', does: 'guide.does.enter' },
    { key: 'keys.escape', does: 'guide.does.escape' },
    { key: 'keys.f1', does: 'guide.does.f1' },
    { key: 'keys.f4', does: 'guide.doesCall.f4' },
    { key: 'keys.f8', does: 'guide.doesCall.f8' },
    { key: 'keys.f9', does: 'guide.doesCall.f9' },
  ] as const;
  readonly steps = ['insert', 'document', 'envelope', 'write', 'deliver'] as const;
  readonly keys = [
    { key: 'keys.enter', does: 'guide.does.enter' },
    { key: 'keys.escape', does: 'guide.does.escape' },
    { key: 'keys.f1', does: 'guide.does.f1' },
    { key: 'keys.f2', does: 'guide.does.f2' },
    { key: 'keys.f3', does: 'guide.does.f3' },
    { key: 'keys.f4', does: 'guide.does.f4' },
    { key: 'keys.f8', does: 'guide.does.f8' },
    { key: 'keys.f9', does: 'guide.does.f9' },
  ] as const;
}
