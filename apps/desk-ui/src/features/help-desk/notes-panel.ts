// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CallView } from '@sportello/contracts';
import { CALL_NOTES_LENGTH } from '@sportello/domain';
import { State } from '../../ui/shape/state';
import type { CallDraft } from './call-draft';

/** What is worth keeping of the call. Words that look like news of somebody's health, and what may be a CIP, are pointed out and never refused. */
@Component({
  selector: 'app-notes-panel',
  imports: [TranslocoPipe, State],
  template: `
    @if (mail(); as mail) {
      <h2>{{ 'helpDesk.notes.mail' | transloco }}</h2>
      <p class="mail" tabindex="0">{{ mail.text }}</p>
      @if (mail.redactions > 0) {
        <p><app-state shape="attention">{{ 'helpDesk.notes.redacted' | transloco: { count: mail.redactions } }}</app-state></p>
      }
    }
    <div class="field">
      <label for="call-notes">{{ 'helpDesk.notes.title' | transloco }}</label>
      <textarea id="call-notes" class="input" aria-describedby="call-notes-help call-notes-warning" [maxLength]="length" [value]="draft().notes()" (input)="draft().notes.set($any($event.target).value)" (blur)="left.emit()"></textarea>
      <p id="call-notes-help" class="help">{{ 'helpDesk.notes.help' | transloco }} {{ (isSaved() ? 'helpDesk.notes.saved' : 'helpDesk.notes.unsaved') | transloco }}</p>
      <div id="call-notes-warning" aria-live="polite">
        @if (words(); as found) {
          <p><app-state shape="attention">{{ 'helpDesk.notes.health' | transloco: { words: found } }}</app-state></p>
        }
        @if (draft().mayHoldCip()) {
          <p><app-state shape="attention">{{ 'helpDesk.notes.cip' | transloco }}</app-state></p>
        }
      </div>
    </div>
  `,
  styleUrl: './notes-panel.scss',
})
export class NotesPanel {
  readonly draft = input.required<CallDraft>();
  readonly mail = input<CallView['mail']>(null);
  readonly isSaved = input(true);
  readonly left = output();

  readonly length = CALL_NOTES_LENGTH;
  readonly words = computed(() => this.draft().healthWords().map((word) => `«${word}»`).join(', '));
}
