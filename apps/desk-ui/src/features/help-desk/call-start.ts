// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { HelpDeskView, OpenCallRequest, RecordMailRequest } from '@sportello/contracts';
import { CALL_CHANNELS } from '@sportello/domain';
import type { CallChannel } from '@sportello/domain';
import { Clock } from '../../data/time/clock';
import { focusOnArrival } from '../../ui/focus/focus';
import { bindKey } from '../../ui/keyboard/keyboard';
import { MomentFields } from '../../ui/moment/moment-fields';
import { ToldMoment } from '../../ui/moment/told-moment';
import { Shape } from '../../ui/shape/shape';
import { State } from '../../ui/shape/state';
import { TextField } from '../../ui/text-field/text-field';
import { CallFigures } from './call-figures';
import { CallList } from './call-list';
import { OpeningLine } from './opening-line';

/** What comes by the public page records itself. */
const CHANNELS = CALL_CHANNELS.filter((channel): channel is Exclude<CallChannel, 'public-page'> => channel !== 'public-page');
const NUMBER = /^[+0-9 ().-]{3,30}$/;

/** Between calls: whether the help desk is open, one key to answer, and what waits. */
@Component({
  selector: 'app-call-start',
  imports: [RouterLink, TranslocoPipe, CallFigures, CallList, MomentFields, OpeningLine, Shape, State, TextField],
  templateUrl: './call-start.html',
  styleUrl: './call-start.scss',
})
export class CallStart {
  readonly view = input.required<HelpDeskView>();
  readonly isBusy = input(false);
  readonly mayKeep = input(true);
  readonly answered = output<OpenCallRequest>();
  readonly mailed = output<RecordMailRequest>();
  readonly taken = output<string>();

  readonly now = inject(Clock).now;
  readonly channels = CHANNELS;
  readonly channel = signal<(typeof CHANNELS)[number]>('phone');
  readonly callerNumber = signal('');
  readonly received = new ToldMoment();
  readonly text = signal('');
  readonly isNumberWrong = computed(() => this.callerNumber().trim() !== '' && !NUMBER.test(this.callerNumber().trim()));
  readonly missing = computed<'number' | 'received' | 'text' | null>(() => {
    if (this.channel() !== 'e-mail') return this.isNumberWrong() ? 'number' : null;
    if (this.received.instant() === undefined || this.received.isLaterThan(this.now())) return 'received';
    return this.text().trim() === '' ? 'text' : null;
  });
  readonly #isAsked = signal(false);
  readonly told = computed(() => (this.#isAsked() ? this.missing() : null));

  constructor() {
    focusOnArrival('#answer');
    bindKey('Enter', () => this.answer());
  }

  choose(channel: (typeof CHANNELS)[number]): void {
    this.channel.set(channel);
    this.#isAsked.set(false);
    if (channel === 'e-mail' && this.received.isEmpty()) this.received.setTo(this.now());
  }

  answer(): void {
    this.#isAsked.set(this.missing() !== null);
    if (this.missing() !== null || this.isBusy() || !this.mayKeep()) return;
    const channel = this.channel();
    const received = this.received.instant();
    if (channel === 'e-mail' && received) this.mailed.emit({ receivedAt: received.toISOString(), text: this.text().trim() });
    else this.answered.emit({ channel, callerNumber: channel === 'phone' ? this.callerNumber().trim() || null : null });
  }
}
