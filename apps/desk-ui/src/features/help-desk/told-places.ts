// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, effect, inject, Service, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { HelpDeskLine, HelpDeskView, OpeningPeriodMessage } from '@sportello/contracts';
import { CIE_SUPPORT_EMAIL, type OpeningPeriod, TELEPHONE_LINES, weekInLines } from '@sportello/domain';
import { Language } from '../../ui/words/language';

/** As the region's guide prints it, until the server has said what this installation's is. */
const USUAL: HelpDeskLine = {
  phone: TELEPHONE_LINES['help-desk'].phone,
  hours: [...TELEPHONE_LINES['help-desk'].hours],
  calendar: { isClosedOnHolidays: TELEPHONE_LINES['help-desk'].isClosedOnHolidays, patronDay: null, closures: [] },
};

/** Numbers, addresses and hours that sentences name: the help desk's as they are kept, and those of others as the guide prints them. */
@Service()
export class ToldPlaces {
  readonly #transloco = inject(TranslocoService);
  readonly #language = inject(Language).current;

  readonly #line = signal(USUAL);

  readonly line = this.#line.asReadonly();
  readonly words = computed(() => {
    this.#language();
    const { phone, hours, calendar } = this.line();
    return {
      helpDesk: phone,
      helpDeskMail: TELEPHONE_LINES['help-desk'].email,
      helpDeskHours: this.#said(hours, calendar.isClosedOnHolidays),
      cieBlock: TELEPHONE_LINES['cie-block'].phone,
      cieBlockHours: this.#said(TELEPHONE_LINES['cie-block'].hours, false),
      cieMail: CIE_SUPPORT_EMAIL,
    };
  });

  /** For as long as the calling page lives. The line is nobody's secret: what was learnt stays, for layers and for the next page. */
  learnFrom(view: () => HelpDeskView | null): void {
    effect(() => {
      const line = view()?.line;
      if (line) this.#line.set(line);
    });
  }

  /** 'lunedì–venerdì 9–19, sabato 9–13', and that holidays are none of these. */
  #said(hours: readonly OpeningPeriodMessage[], isClosedOnHolidays: boolean): string {
    const day = (weekday: string) => this.#transloco.translate(`hours.days.${weekday}`);
    // The API gives what the rule made.
    const lines = weekInLines(hours as readonly OpeningPeriod[]).map(({ days, periods }) => {
      const named = days.length === 1 ? day(days[0] ?? '') : `${day(days[0] ?? '')}–${day(days.at(-1) ?? '')}`;
      return `${named} ${periods.map(({ from, to }) => `${hourOf(from)}–${hourOf(to)}`).join(` ${this.#transloco.translate('hours.and')} `)}`;
    });
    const holidays = isClosedOnHolidays ? [this.#transloco.translate('helpDesk.notOnHolidays')] : [];
    return lines.length === 0 ? this.#transloco.translate('hours.none') : [...lines, ...holidays].join(', ');
  }
}

/** '9', or '8:30', as it is said. */
function hourOf(time: string): string {
  const [hour, minutes] = time.split(':');
  return minutes === '00' ? String(Number(hour)) : `${Number(hour)}:${minutes}`;
}
