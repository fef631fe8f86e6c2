// SPDX-License-Identifier: AGPL-3.0-or-later
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Problem, ProblemCode } from '@sportello/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuditNotWritten } from '../audit/audit-not-written';
import { Log, faultOf, stackOf } from '../logging/log';
import { isDatabaseAway } from './database-away';
import { PROBLEMS, problemOf } from './problem-table';
import { Refused } from './refusal';

const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';
/** RFC 9457 §4.2.1: the code says it all, there is no page to go to. */
const NO_PAGE = 'about:blank';

const ACT_UNTOLD = 'an act was not done: its row in the log could not be written';
const LOOK_UNTOLD = 'an answer was not shown: the row of its look could not be written; an act that came before it is done';

/** Turns everything that was thrown into application/problem+json (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = this.problemFor(error, request.id);
    const wait = problem.details?.['retryAfterSeconds'];
    if (typeof wait === 'number') void reply.header('retry-after', String(wait));
    void reply.status(problem.status).header('content-type', PROBLEM_TYPE).send(problem);
  }

  private problemFor(error: unknown, requestId: string): Problem {
    if (error instanceof Refused) {
      const { code, details } = problemOf(error.refusal);
      return problem(code, requestId, details);
    }
    if (error instanceof HttpException) return { ...problem(codeOfStatus(error.getStatus()), requestId), status: error.getStatus() };
    const isUntold = error instanceof AuditNotWritten;
    if (isDatabaseAway(isUntold ? error.cause : error)) {
      this.log.error('the database cannot be reached', { requestId, fault: faultOf(isUntold ? error.cause : error) });
      return problem('unavailable', requestId);
    }
    if (isUntold) {
      this.log.error(error.isLookAlone ? LOOK_UNTOLD : ACT_UNTOLD, { requestId, acts: error.acts.join(', '), fault: faultOf(error.cause) });
      return problem('audit-not-written', requestId);
    }
    this.log.error('an unexpected error', { requestId, fault: faultOf(error), at: stackOf(error) });
    return problem('internal', requestId);
  }
}

function problem(code: ProblemCode, requestId: string, details?: Readonly<Record<string, unknown>>): Problem {
  const { status, title } = PROBLEMS[code];
  return { type: NO_PAGE, title, status, code, requestId, ...(details && { details: { ...details } }) };
}

/** What Nest and Fastify refuse by themselves: no such route, a body too large or of a foreign type, a request from another origin. */
function codeOfStatus(status: number): ProblemCode {
  if (status === 404) return 'not-found';
  if (status === 403) return 'forbidden';
  if (status === 503) return 'unavailable';
  return status < 500 ? 'invalid-request' : 'internal';
}
