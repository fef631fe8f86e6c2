// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { CSRF_HEADER } from '@sportello/contracts';
import type { Permission } from '@sportello/domain';
import type { FastifyRequest } from 'fastify';
import { Settings } from '../../config/settings';
import type { Transaction } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Refusal } from '../problems/refusal';
import { isSessionLocked, isUseWorthNoting } from '../sessions/idle-lock';
import { SessionRepository } from '../sessions/session.repository';
import { isCsrfToken, sessionTokenIn } from '../sessions/session-token';
import { BindSession } from '../stations/bind-session';
import { noteOperator, type SignedInOperator } from './caller';

const SAFE_METHODS = new Set(['GET', 'HEAD']);

/** Whether the request comes from somebody signed in who has the permission, whose session is not locked, and, when it changes something, from our own page. */
@Injectable()
export class SessionCheck {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: Settings,
    private readonly bindSession: BindSession,
  ) {}

  async check(request: FastifyRequest, permission: Permission, isForLocked: boolean): Promise<Refusal | undefined> {
    const token = sessionTokenIn(request.headers.cookie);
    if (token === undefined) return { kind: 'not-signed-in' };
    const found = await this.unitOfWork.read((transaction) => this.judge(transaction, request, token, permission, isForLocked));
    if ('kind' in found) return found;
    noteOperator(request, await this.bindSession.byCookie(found, request.headers.cookie, request.id));
    return undefined;
  }

  private async judge(transaction: Transaction, request: FastifyRequest, token: string, permission: Permission, isForLocked: boolean): Promise<SignedInOperator | Refusal> {
    const sessions = transaction.repository(SessionRepository);
    const caller = await sessions.signedInBy(token, transaction.now);
    if (!caller) return { kind: 'not-signed-in' };
    const isAct = !SAFE_METHODS.has(request.method);
    if (isAct && !isCsrfToken(String(request.headers[CSRF_HEADER] ?? ''), token)) return { kind: 'csrf-token-missing' };
    if (!isForLocked && isSessionLocked(caller, this.settings.idleLockMinutes, transaction.now)) return { kind: 'session-locked' };
    if (!caller.permissions.includes(permission)) return { kind: 'forbidden', details: { permission } };
    // Reading is no use: pages read by themselves, whenever something changes.
    if (isAct && !isForLocked && isUseWorthNoting(caller, transaction.now)) await sessions.use(caller.sessionId, transaction.now);
    return caller;
  }
}
