// SPDX-License-Identifier: AGPL-3.0-or-later
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { DeskKind, Permission, Role } from '@sportello/domain';
import type { FastifyRequest } from 'fastify';
import type { Counter, StationChoice } from '../stations/station-choice';

export interface CallerDesk {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly kind: DeskKind;
  readonly bodyId: string;
  readonly body: string;
}

/** Somebody signed in: who, where, until when. */
export interface SignedInOperator {
  readonly sessionId: string;
  readonly expiresAt: Date;
  /** Of the last thing that a hand did in the session. */
  readonly usedAt: Date;
  /** Of the last time that they proved who they are. */
  readonly provedAt: Date;
  readonly lockedAt: Date | null;
  readonly mayOnlyEnrol: boolean;
  readonly csrfToken: string;
  readonly operator: {
    readonly id: string;
    readonly displayName: string;
    readonly roles: readonly Role[];
    readonly codiceFiscale: string | null;
  };
  readonly desk: CallerDesk;
  /** Where at the desk. */
  readonly at: StationChoice;
  readonly permissions: readonly Permission[];
}

/** Where the caller acts. */
export function counterOf({ desk, at }: Pick<SignedInOperator, 'at'> & { readonly desk: Pick<CallerDesk, 'id'> }): Counter {
  return { deskId: desk.id, at };
}

/** An enrolled station whose request was verified. */
export interface CallingStation {
  readonly id: string;
  readonly deskId: string;
  readonly signingKey: string;
  readonly sealingKey: string;
}

const operators = new WeakMap<FastifyRequest, SignedInOperator>();
const stations = new WeakMap<FastifyRequest, CallingStation>();

/** The guard's notes on a request; no controller writes them. */
export function noteOperator(request: FastifyRequest, operator: SignedInOperator): void {
  operators.set(request, operator);
}

export function noteStation(request: FastifyRequest, station: CallingStation): void {
  stations.set(request, station);
}

/** The signed-in operator of a route that needs a permission. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): SignedInOperator => operatorOf(context.switchToHttp().getRequest()));

/** The station of a route for stations. */
export const Station = createParamDecorator((_: unknown, context: ExecutionContext): CallingStation => {
  const station = stations.get(context.switchToHttp().getRequest<FastifyRequest>());
  if (!station) throw new Error('the route is not one for stations');
  return station;
});

export const RequestId = createParamDecorator((_: unknown, context: ExecutionContext): string => context.switchToHttp().getRequest<FastifyRequest>().id);

export function operatorOf(request: FastifyRequest): SignedInOperator {
  const operator = operators.get(request);
  if (!operator) throw new Error('the route names no permission');
  return operator;
}

/** Whether the guard let somebody in who has a name: a person who is signed in, or a station. */
export function isKnownCaller(request: FastifyRequest): boolean {
  return operators.has(request) || stations.has(request);
}
