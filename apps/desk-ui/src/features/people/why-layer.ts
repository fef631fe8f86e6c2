// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { LEAVING_REASONS, SIGN_OUT_REASONS } from '@sportello/domain';
import { LayerFrame } from '../../ui/layer/layer-frame';
import { Shape } from '../../ui/shape/shape';

export interface WhyLayerData {
  readonly act: 'leaving' | 'signOut';
  readonly name: string;
}

const REASONS = { leaving: LEAVING_REASONS, signOut: SIGN_OUT_REASONS } as const;

/** Why somebody leaves, or is signed out everywhere: what comes of it, and a kind of reason for the log. Closes with the reason. */
@Component({
  selector: 'app-why-layer',
  imports: [TranslocoPipe, LayerFrame, Shape],
  template: `
    <app-layer-frame titleId="why-title" [heading]="'people.' + data.act + '.title' | transloco: { name: data.name }">
      <form novalidate (submit)="confirm($event)">
        <p>{{ 'people.' + data.act + '.comes' | transloco }}</p>
        <fieldset>
          <legend class="label-line">{{ 'people.why' | transloco }}</legend>
          @for (each of reasons; track each) {
            <label class="choice"><input type="radio" name="why" [value]="each" [checked]="reason() === each" (change)="choose(each)" />{{ 'people.' + data.act + '.reasons.' + each | transloco }}</label>
          }
        </fieldset>
        <div role="alert">
          @if (isMissing()) {
            <p class="field-error"><app-shape name="attention" />{{ 'people.gaps.why' | transloco }}</p>
          }
        </div>
        <button type="submit" class="button refusing">{{ 'people.' + data.act + '.confirm' | transloco }}</button>
      </form>
    </app-layer-frame>
  `,
  styleUrls: ['./form-layer.scss', './choices.scss'],
})
export class WhyLayer {
  readonly #layer = inject<DialogRef<string>>(DialogRef);

  readonly data = inject<WhyLayerData>(DIALOG_DATA);
  readonly reasons: readonly string[] = REASONS[this.data.act];
  readonly reason = signal<string | null>(null);
  readonly isMissing = signal(false);

  choose(reason: string): void {
    this.reason.set(reason);
    this.isMissing.set(false);
  }

  confirm(event: Event): void {
    event.preventDefault();
    const reason = this.reason();
    this.isMissing.set(reason === null);
    if (reason !== null) this.#layer.close(reason);
  }
}
