// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CallView } from '@sportello/contracts';
import { CALL_CATEGORIES, CALLER_KINDS } from '@sportello/domain';
import { State } from '../../ui/shape/state';
import type { CallDraft } from './call-draft';
import { spokenFor } from './spoken-for';

/** Since when it is spoken, by which way, for whom and about what; and the same person's earlier calls. */
@Component({
  selector: 'app-call-line',
  imports: [TranslocoPipe, State],
  templateUrl: './call-line.html',
  styleUrl: './call-line.scss',
})
export class CallLine {
  readonly call = input.required<CallView>();
  readonly draft = input.required<CallDraft>();
  /** Milliseconds since the epoch, by the server's clock. */
  readonly now = input.required<number>();
  /** Where to go is not on the page by itself. */
  readonly offersElsewhere = input(false);
  readonly changed = output();
  readonly earlierWished = output();
  readonly elsewhereWished = output();

  readonly categories = CALL_CATEGORIES;
  readonly callerKinds = CALLER_KINDS;
  readonly duration = computed(() => spokenFor(this.call().openedAt, this.now()));

  choose(category: string): void {
    this.draft().category.set(CALL_CATEGORIES.find((each) => each === category) ?? null);
    this.changed.emit();
  }

  chooseCaller(kind: string): void {
    this.draft().callerKind.set(CALLER_KINDS.find((each) => each === kind) ?? null);
    this.changed.emit();
  }
}
