// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input } from '@angular/core';
import type { CaseView } from '@sportello/contracts';
import type { Application } from './application';
import { DecreeFields } from '../../../ui/identity/decree-fields';
import { DelegationFields } from '../../../ui/identity/delegation-fields';
import { PapersPart } from './papers-part';
import { TitleField } from './title-field';

/** Under the comparison: what the kind of case asks for besides, in the order in which it can be solved. */
@Component({
  selector: 'app-application-parts',
  imports: [DecreeFields, DelegationFields, PapersPart, TitleField],
  template: `
    @if (application().asksDecree()) {
      <app-decree-fields [form]="application().decree" />
    }
    @if (application().asksDelegation()) {
      <app-delegation-fields [form]="application().delegation" />
    }
    @if (application().asksTitle()) {
      <app-title-field [application]="application()" />
    }
    @if (hasPapers()) {
      <app-papers-part [form]="application().papers" [case]="case()" />
    }
  `,
})
export class ApplicationParts {
  readonly application = input.required<Application>();
  readonly case = input.required<CaseView>();
  readonly hasPapers = computed(() => this.application().papers.toTick().length > 0 || this.application().papers.declarations().length > 0);
}
