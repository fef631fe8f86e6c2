// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Service } from '@angular/core';
import type { BoundStation } from '@sportello/contracts';
import { ApiClient } from '../api/api-client';
import { DeskStore } from './desk-store';

export type BindingTrouble = 'station-code-unknown' | 'too-many-attempts' | 'unreachable';

/** Says to the API at which of the desk's stations this browser stands. */
@Service()
export class StationBinding {
  readonly #api = inject(ApiClient);
  readonly #desk = inject(DeskStore);

  /** Null: done, and the page shows that station. */
  async bind(code: string): Promise<BindingTrouble | null> {
    const answer = await this.#api.exchange<BoundStation>('POST', '/api/session/station', { code });
    if (answer.kind === 'done') {
      await this.#desk.refresh();
      return null;
    }
    if (answer.kind === 'unreachable') return 'unreachable';
    const { code: problem } = answer.problem;
    return problem === 'station-code-unknown' || problem === 'too-many-attempts' ? problem : 'unreachable';
  }
}
