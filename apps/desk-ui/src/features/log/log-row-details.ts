// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LogRowView } from '@sportello/contracts';
import { SessionState } from '../../data/session/session-state';
import { CaseRecord } from '../../ui/case-record/case-record';
import { SayPipe } from '../../ui/words/say.pipe';
import { changesOf, factsOf } from './row-facts';
import { RowProof } from './row-proof';
import { ToldValues } from './told-values';

/** What the log is to be chosen by, out of a row. */
export type PickedFromRow = 'case' | 'person' | 'subject';

/** All that a row tells: its facts, what it changed, its proof, and where one may go from it. */
@Component({
  selector: 'app-log-row-details',
  imports: [RouterLink, TranslocoPipe, SayPipe, RowProof, ToldValues],
  templateUrl: './log-row-details.html',
  styleUrl: './log-row-details.scss',
})
export class LogRowDetails {
  readonly #session = inject(SessionState);
  readonly #record = inject(CaseRecord);

  readonly row = input.required<LogRowView>();
  readonly names = input.required<ReadonlyMap<string, string>>();
  readonly picked = output<PickedFromRow>();

  readonly facts = computed(() => factsOf(this.row(), this.names()));
  readonly changes = computed(() => changesOf(this.row(), this.names()));
  readonly mayOpenCase = computed(() => this.row().case !== null && this.#session.may('case.read'));
  /** Whom the row is about, else who acted: one who has a name here. */
  readonly personId = computed(() => {
    const { subject, operator } = this.row();
    const person = subject?.kind === 'operator' ? subject : operator;
    return person && person.name !== null && this.#session.may('people.read') ? person.id : null;
  });

  openCase(): void {
    const caseId = this.row().case?.id;
    if (caseId !== undefined) this.#record.open(caseId);
  }
}
