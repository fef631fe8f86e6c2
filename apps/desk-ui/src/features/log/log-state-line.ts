// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input } from '@angular/core';
import type { LogStateView } from '@sportello/contracts';
import { dateAndTime } from '../../data/time/desk-time';
import { Notice } from '../../ui/notice/notice';
import { State } from '../../ui/shape/state';
import { SayPipe } from '../../ui/words/say.pipe';
import { wording } from '../../ui/words/wording';

/** Up to where a log is sealed, by which key, and what waits; loud once when nothing is sealed any more. */
@Component({
  selector: 'app-log-state-line',
  imports: [Notice, SayPipe, State],
  template: `
    @if (stopped(); as because) {
      <app-notice tone="system" [heading]="because.heading" [text]="because.text" />
    }
    <p role="status">
      <app-state [shape]="state().newest ? 'done' : 'unknown'">{{ sealed() | say }}</app-state>
      <app-state [shape]="shape()">{{ waiting() | say }}</app-state>
    </p>
  `,
  styles: `
    p {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 1.5rem;
    }
    app-state {
      min-width: 0;
      overflow-wrap: anywhere;
    }
    app-notice {
      display: block;
      margin-bottom: 0.5rem;
    }
  `,
})
export class LogStateLine {
  readonly state = input.required<LogStateView['logs'][number]>();

  readonly stopped = computed(() => {
    const because = this.state().stopped;
    return because === null ? null : { heading: wording(`log.stops.${because}.title`), text: wording(`log.stops.${because}.text`) };
  });
  readonly sealed = computed(() => {
    const newest = this.state().newest;
    return newest ? wording('log.state.sealed', { block: newest.number, at: dateAndTime(newest.sealedAt), key: newest.keyId }) : wording('log.state.none');
  });
  readonly waiting = computed(() => {
    const count = this.state().waiting;
    return count === 0 ? wording('log.state.waiting.none') : count === 1 ? wording('log.state.waiting.one') : wording('log.state.waiting.more', { count });
  });
  readonly shape = computed(() => (this.state().waiting === 0 ? 'done' : this.state().stopped === null ? 'running' : 'waiting'));
}
