// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { canonicalJson } from '@sportello/seal';
import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { type Observable, concatMap } from 'rxjs';
import { operatorOf } from '../access/caller';
import { type AuditEntry, actorOf } from '../audit/audit-entry';
import { UnitOfWork } from '../database/unit-of-work';
import { Clock } from '../ports/clock';
import { RecentLooks } from './recent-looks';
import { type Look, SHOWING, type Showing } from './shows';

/** Tells the log of each look at personal data after the answer is known and before it leaves: without its row nothing is shown. */
@Injectable()
export class LookInterceptor implements NestInterceptor {
  private readonly recent = new RecentLooks();

  constructor(
    private readonly reflector: Reflector,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const showing = this.reflector.getAllAndOverride<Showing | undefined>(SHOWING, [context.getHandler(), context.getClass()]);
    if (showing?.kind !== 'look') return next.handle();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    return next.handle().pipe(
      concatMap(async (answer: unknown) => {
        await this.tell(showing, request, answer as never);
        return answer;
      }),
    );
  }

  /** @throws AuditNotWritten */
  private async tell({ what, who, count }: Look, request: FastifyRequest, answer: never): Promise<void> {
    const shown = count(answer);
    if (shown === 0) return;
    const caller = operatorOf(request);
    const whom = who(answer, (request.params as { readonly id?: string }).id);
    const entry: AuditEntry = {
      act: 'personal-data.shown',
      actor: actorOf(caller),
      requestId: request.id,
      deskId: caller.desk.id,
      ...whom,
      details: { what, route: `${request.method} ${request.routeOptions.url ?? ''}`, count: shown },
    };
    const look = lookOf(caller.sessionId, entry, request);
    const now = this.clock.now();
    if (this.recent.has(look, now)) return;
    await this.unitOfWork.tell(entry);
    this.recent.note(look, now);
  }
}

/** What makes two looks the same: who from where, at whom, at how many, and what they asked for. Hashed, for a search says a name. */
function lookOf(sessionId: string, { actor, deskId, caseId, subject, details }: AuditEntry, { url }: FastifyRequest): string {
  const asked = url.split('?')[1] ?? null;
  const same = { sessionId, actor: { ...actor }, deskId: deskId ?? null, caseId: caseId ?? null, subject: subject ? { ...subject } : null, what: details?.['what'] ?? null, count: details?.['count'] ?? null, asked };
  return createHash('sha256').update(canonicalJson(same)).digest('base64url');
}
