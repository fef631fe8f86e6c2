// SPDX-License-Identifier: AGPL-3.0-or-later
import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Permission } from '@sportello/domain';

/** Who may call a route. A route without one of these is answered to nobody. */
export type Access =
  | { readonly kind: 'public' }
  /** `isForLocked`: a session that is locked may call it too. */
  | { readonly kind: 'permission'; readonly permission: Permission; readonly isForLocked?: boolean }
  /** An enrolled station's signed requests. */
  | { readonly kind: 'station' }
  /** The one request that a station signs with a key that nobody knows yet. */
  | { readonly kind: 'enrolment' };

export const ACCESS = Symbol('access');

export function Public(): CustomDecorator<symbol> {
  return SetMetadata<symbol, Access>(ACCESS, { kind: 'public' });
}

/** The route is for people who are signed in and have this permission. */
export function Needs(permission: Permission): CustomDecorator<symbol> {
  return SetMetadata<symbol, Access>(ACCESS, { kind: 'permission', permission });
}

/** The same, and a session that is locked is no obstacle: it is how one is looked at, unlocked and ended. */
export function NeedsEvenLocked(permission: Permission): CustomDecorator<symbol> {
  return SetMetadata<symbol, Access>(ACCESS, { kind: 'permission', permission, isForLocked: true });
}

export function ForStations(): CustomDecorator<symbol> {
  return SetMetadata<symbol, Access>(ACCESS, { kind: 'station' });
}

export function ForEnrolment(): CustomDecorator<symbol> {
  return SetMetadata<symbol, Access>(ACCESS, { kind: 'enrolment' });
}
