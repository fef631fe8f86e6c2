// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input } from '@angular/core';
import { TextField } from '../../../ui/text-field/text-field';
import { wording } from '../../../ui/words/wording';
import type { Application } from './application';
import { CaseSection } from '../../../ui/identity/case-section';

/** What emancipated the minor: of which office, number and day. */
@Component({
  selector: 'app-title-field',
  imports: [CaseSection, TextField],
  template: `
    <app-case-section name="emancipation" [heading]="{ key: 'application.emancipation.title' }" [isDone]="isDone()" [done]="done()">
      <app-text-field
        fieldId="emancipation-title"
        label="application.emancipation.field"
        [text]="application().emancipationTitle()"
        [isWrong]="!isDone()"
        wrong="application.emancipation.wrong"
        (written)="application().emancipationTitle.set($event)"
      />
    </app-case-section>
  `,
})
export class TitleField {
  readonly application = input.required<Application>();
  readonly isDone = computed(() => this.application().titleGaps().length === 0);
  readonly done = computed(() => wording('application.emancipation.done', { title: this.application().emancipationTitle() }));
}
