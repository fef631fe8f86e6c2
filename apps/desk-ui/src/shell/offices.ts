// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Permission } from '@sportello/domain';

export interface Office {
  readonly path: string;
  readonly permission: Permission;
  /** Key of its name on the bar. */
  readonly name: string;
  /** Another room of it, which the bar does not name. */
  readonly inside?: string;
  /** Whoever sees a desk too has it in their own menu: their bar is full. */
  readonly isInMenuAtDesk?: true;
}

/** The rooms of who keeps and watches the installation, and of the help desk: they need no desk, and each is open to who has its permission. */
export const OFFICES: readonly Office[] = [
  { path: '/persone', permission: 'people.read', name: 'bar.people' },
  { path: '/sportelli', permission: 'places.manage', name: 'bar.places' },
  { path: '/postazioni', permission: 'station.manage', name: 'bar.stations' },
  { path: '/help-desk', inside: '/chiamate', permission: 'call.keep', name: 'bar.calls' },
  { path: '/richieste', permission: 'revocation.read', name: 'bar.revocations', isInMenuAtDesk: true },
  { path: '/copioni', permission: 'call.keep', name: 'bar.scripts' },
  { path: '/registro', permission: 'audit.read', name: 'bar.log', isInMenuAtDesk: true },
];
