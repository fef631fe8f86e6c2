// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, DOCUMENT, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { DESK_KINDS, foldLetters } from '@sportello/domain';
import { PublicDesksStore } from '../../data/places/public-desks';
import { FrontHeader } from '../../ui/front-header/front-header';
import { Hours } from '../../ui/hours/hours';
import { Loading } from '../../ui/loading/loading';
import { selfCheckIn } from '../../ui/self-check/self-check-in';
import { LanguageSwitch } from '../../ui/words/language-switch';

/** *Dove attivarla*: for whoever looks for a desk; nobody signs in. */
@Component({
  selector: 'app-where-page',
  imports: [RouterLink, TranslocoPipe, FrontHeader, Hours, LanguageSwitch, Loading],
  templateUrl: './where-page.html',
  styleUrl: './where-page.scss',
  providers: [PublicDesksStore],
})
export class WherePage {
  readonly #store = inject(PublicDesksStore);

  readonly selfCheck = selfCheckIn(inject(DOCUMENT));
  readonly hasFailed = this.#store.hasFailed;
  readonly all = this.#store.desks;
  readonly municipality = signal('');
  readonly kind = signal('');
  /** Those that there are. */
  readonly kinds = computed(() => DESK_KINDS.filter((kind) => this.all()?.some((desk) => desk.kind === kind)));
  readonly found = computed(() => {
    const sought = foldLetters(this.municipality());
    const isSought = ({ municipality, cap }: { readonly municipality: string; readonly cap: string }): boolean => foldLetters(municipality).includes(sought) || cap.startsWith(sought);
    return (this.all() ?? []).filter(({ address, kind }) => isSought(address) && (this.kind() === '' || kind === this.kind()));
  });

  constructor() {
    void this.#store.read();
  }

  retry(): void {
    void this.#store.read();
  }

  /** What a telephone dials. */
  dialled(phone: string): string {
    return `tel:${phone.replace(/[^\d+]/g, '')}`;
  }
}
