// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ApprovalsView } from '@sportello/contracts';
import { writtenDate } from '../../data/time/desk-time';
import { since } from '../words/since';
import { SayPipe } from '../words/say.pipe';

type Line = ApprovalsView['waiting'][number];

/** What a supervisor decides on: no name, whoever looks and from wherever. */
export type ApprovalToDecide = Pick<Line, 'number' | 'kind' | 'purpose' | 'initials' | 'deskName' | 'askedBy' | 'askedAt' | 'decree' | 'warnings'>;

/** The facts of a request for approval, as label and value. */
@Component({
  selector: 'app-approval-facts',
  imports: [TranslocoPipe, SayPipe],
  template: `
    <dl>
      <div><dt>{{ 'approval.facts.kind' | transloco }}</dt><dd>{{ 'kinds.' + request().kind | transloco }} · {{ 'purposes.' + request().purpose | transloco }}</dd></div>
      <div><dt>{{ 'approval.facts.holder' | transloco }}</dt><dd>{{ request().initials }}</dd></div>
      @if (request().decree; as decree) {
        <div>
          <dt>{{ 'approval.facts.decree' | transloco }}</dt>
          <dd>{{ 'approval.facts.decreeText' | transloco: { number: decree.number, date: written(decree.issuedOn), court: decree.court } }}</dd>
        </div>
      }
      <div><dt>{{ 'approval.facts.desk' | transloco }}</dt><dd>{{ request().deskName }}</dd></div>
      <div>
        <dt>{{ 'approval.facts.asked' | transloco }}</dt>
        <dd>{{ 'approval.facts.askedText' | transloco: { person: request().askedBy, age: (age() | say) } }}</dd>
      </div>
      @for (warning of request().warnings; track warning) {
        <div><dt>{{ 'approval.facts.warning' | transloco }}</dt><dd>{{ 'approval.warnings.' + warning | transloco }}</dd></div>
      }
    </dl>
  `,
  styles: `
    dl > div {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1rem;
      padding: 0.25rem 0;
    }
    dt {
      min-width: 7.5rem;
      color: var(--ink-2);
      font-size: 0.875rem;
      font-weight: 600;
    }
    dd {
      flex: 1 1 14rem;
      margin: 0;
    }
  `,
})
export class ApprovalFacts {
  readonly request = input.required<ApprovalToDecide>();
  readonly now = input.required<number>();
  readonly age = computed(() => since(this.request().askedAt, this.now()));
  readonly written = writtenDate;
}
