// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DecideRevocationRequest, ResolveRevocationRequest, RevocationView, ToldPerson } from '@sportello/contracts';
import { localDateAt } from '@sportello/domain';
import { DeskLink } from '../../data/link/desk-link';
import { RevocationStore } from '../../data/revocations/revocation-store';
import { SessionState } from '../../data/session/session-state';
import { clockTime, dateAndTime, writtenDate, writtenDay } from '../../data/time/desk-time';
import { GroupedCode } from '../../ui/code/grouped-code';
import { focusMover } from '../../ui/focus/focus';
import { Layers } from '../../ui/layer/layers';
import { Loading } from '../../ui/loading/loading';
import { TroubleNotice } from '../../ui/notice/trouble-notice';
import type { ShapeName } from '../../ui/shape/shape';
import { State } from '../../ui/shape/state';
import { AGE_SHAPES, REVOCATION_SHAPES } from '../../ui/states/revocation-shapes';
import { CallLookLayer } from '../../ui/calls/call-look-layer';
import { DecideLayer } from './decide-layer';
import type { DecideData } from './decide-layer';
import { ResolveLayer } from './resolve-layer';
import type { ResolveData } from './resolve-layer';
import { waySteps } from './way-steps';

const PERSON_SHAPES: Readonly<Record<ToldPerson, ShapeName>> = { holder: 'done', other: 'stopped', 'not-known': 'unknown' };

/** One request: what was asked, by whom, its times from the call to the certificate's end, and what a supervisor decides. */
@Component({
  selector: 'app-revocation-panel',
  imports: [TranslocoPipe, GroupedCode, Loading, State, TroubleNotice],
  templateUrl: './revocation-panel.html',
  styleUrl: './revocation-panel.scss',
  providers: [RevocationStore],
})
export class RevocationPanel {
  readonly #store = inject(RevocationStore);
  readonly #layers = inject(Layers);
  readonly #session = inject(SessionState);

  readonly requestId = input.required<string>();
  readonly changed = output();

  readonly request = this.#store.request;
  readonly hasFailed = this.#store.hasFailed;
  readonly trouble = this.#store.trouble;
  readonly isBusy = this.#store.isBusy;
  readonly seesCalls = computed(() => this.#session.may('call.read'));
  readonly steps = computed(() => {
    const request = this.request();
    return request ? waySteps(request) : [];
  });
  readonly shapes = REVOCATION_SHAPES;
  readonly ageShapes = AGE_SHAPES;
  readonly personShapes = PERSON_SHAPES;
  readonly when = dateAndTime;
  readonly written = writtenDate;

  constructor() {
    const hints = inject(DeskLink).hints;
    const move = focusMover();
    effect(() => {
      const id = this.requestId();
      hints();
      untracked(() => void this.#store.look(id));
    });
    const shownId = computed(() => this.request()?.id);
    effect(() => {
      if (shownId()) untracked(() => move('#revocation-title'));
    });
  }

  toTheSecond(instant: string): string {
    return `${writtenDay(Date.parse(instant))} ${clockTime(instant)}`;
  }

  /** Those recorded on the day of this one, with their hours and without a name. */
  breachesOf({ recordedAt }: RevocationView): string {
    const day = localDateAt(new Date(recordedAt));
    return `/api/revocations/export.csv?from=${day}&to=${day}&breaches=only`;
  }

  decide(): void {
    const request = this.request();
    if (!request) return;
    const data: DecideData = { number: request.number, revision: request.revision, idCarta: request.card?.idCarta ?? null, toldPerson: request.toldPerson, isVerifiedBefore: request.standing === 'identified' };
    this.#layers.open<DecideRevocationRequest>(DecideLayer, { data, labelledBy: 'decide-title', focus: '#decide-reason' }).closed.subscribe((decision) => {
      if (decision) void this.#act(this.#store.decide(decision));
    });
  }

  resolve(): void {
    const request = this.request();
    if (!request) return;
    const data: ResolveData = { number: request.number, revision: request.revision };
    this.#layers.open<ResolveRevocationRequest>(ResolveLayer, { data, labelledBy: 'resolve-title' }).closed.subscribe((resolution) => {
      if (resolution) void this.#act(this.#store.resolve(resolution));
    });
  }

  look(callId: string): void {
    this.#layers.open(CallLookLayer, { data: callId, labelledBy: 'call-look-title', isWide: true });
  }

  retry(): void {
    void this.#store.refresh();
  }

  dismiss(): void {
    this.#store.dismissTrouble();
    void this.#store.refresh();
  }

  async #act(act: Promise<boolean>): Promise<void> {
    if (await act) this.changed.emit();
  }
}
