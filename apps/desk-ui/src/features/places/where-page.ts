// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, DOCUMENT, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OpeningView, PublicDesk } from '@sportello/contracts';
import { DESK_KINDS, foldLetters, type LocalDate, openNow, type TimeOfDay } from '@sportello/domain';
import { PublicDesksStore } from '../../data/places/public-desks';
import { Clock } from '../../data/time/clock';
import { FrontHeader } from '../../ui/front-header/front-header';
import { Hours } from '../../ui/hours/hours';
import { closedBecause, openingWords } from '../../ui/hours/opening-words';
import { Loading } from '../../ui/loading/loading';
import { selfCheckIn } from '../../ui/self-check/self-check-in';
import { State } from '../../ui/shape/state';
import { Language } from '../../ui/words/language';
import { LanguageSwitch } from '../../ui/words/language-switch';
import { SayPipe } from '../../ui/words/say.pipe';
import type { Wording } from '../../ui/words/wording';

/** *Dove attivarla*: for whoever looks for a desk; nobody signs in. */
@Component({
  selector: 'app-where-page',
  imports: [RouterLink, TranslocoPipe, FrontHeader, Hours, LanguageSwitch, Loading, SayPipe, State],
  templateUrl: './where-page.html',
  styleUrl: './where-page.scss',
  providers: [PublicDesksStore],
})
export class WherePage {
  readonly #store = inject(PublicDesksStore);
  readonly #now = inject(Clock).now;
  readonly #language = inject(Language).current;

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

  /** Open until when, or closed until when, with the day that keeps it closed; null: its hours are not told. */
  openingOf({ hours, calendar }: PublicDesk): { readonly isOpen: boolean; readonly told: Wording; readonly holiday: Wording | null } | null {
    if (hours.length === 0) return null;
    // The API gives what the rules made.
    const made = {
      ...calendar,
      hours: hours.map(({ weekday, from, to }) => ({ weekday, from: from as TimeOfDay, to: to as TimeOfDay })),
      closures: calendar.closures.map(({ from, to }) => ({ from: from as LocalDate, to: to as LocalDate })),
    };
    const opening = openNow(made, new Date(this.#now()));
    const view: OpeningView = opening.isOpen ? { isOpen: true, until: opening.until.toISOString() } : { ...opening, next: opening.next?.toISOString() ?? null };
    const isOfDay = !view.isOpen && view.because.because !== 'hour' && view.because.because !== 'weekday';
    return { isOpen: view.isOpen, told: openingWords(view, this.#language(), 'where'), holiday: isOfDay ? (closedBecause(view)?.words ?? null) : null };
  }

  /** What a telephone dials. */
  dialled(phone: string): string {
    return `tel:${phone.replace(/[^\d+]/g, '')}`;
  }
}
