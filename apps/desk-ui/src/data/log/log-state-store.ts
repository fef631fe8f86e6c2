// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, Service } from '@angular/core';
import type { LogStateView } from '@sportello/contracts';
import { CustodyStore } from '../custody/custody-store';

/** How the logs stand, and by what their rows may be chosen. */
@Service({ autoProvided: false })
export class LogStateStore extends CustodyStore<LogStateView> {
  protected readonly path = '/api/audit/state';

  /** The names of desks, stations and people, by their ids. */
  readonly names = computed<ReadonlyMap<string, string>>(() => {
    const { desks = [], stations = [], people = [] } = this.view() ?? {};
    return new Map([...desks.map(({ id, name, place }) => [id, `${place} · ${name}`] as const), ...[...stations, ...people].map(({ id, name }) => [id, name] as const)]);
  });
}
