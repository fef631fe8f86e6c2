// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { CSRF_HEADER } from '@sportello/contracts';
import type { Permission } from '@sportello/domain';
import type { FastifyRequest } from 'fastify';
import { UnitOfWork } from '../database/unit-of-work';
import type { Refusal } from '../problems/refusal';
import { SessionRepository } from '../sessions/session.repository';
import { isCsrfToken, sessionTokenIn } from '../sessions/session-token';
import { noteOperator } from './caller';

const SAFE_METHODS = new Set(['GET', 'HEAD']);

/** Whether the request comes from somebody signed in who has the permission, and, when it changes something, from our own page. */
@Injectable()
export class SessionCheck {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async check(request: FastifyRequest, permission: Permission): Promise<Refusal | undefined> {
    const token = sessionTokenIn(request.headers.cookie);
    if (token === undefined) return { kind: 'not-signed-in' };
    const caller = await this.unitOfWork.read((transaction) => transaction.repository(SessionRepository).signedInBy(token, transaction.now));
    if (!caller) return { kind: 'not-signed-in' };
    if (!SAFE_METHODS.has(request.method) && !isCsrfToken(String(request.headers[CSRF_HEADER] ?? ''), token)) return { kind: 'csrf-token-missing' };
    if (!caller.permissions.includes(permission)) return { kind: 'forbidden', details: { permission } };
    noteOperator(request, caller);
    return undefined;
  }
}
