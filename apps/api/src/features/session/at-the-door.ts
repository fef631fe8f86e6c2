// SPDX-License-Identifier: AGPL-3.0-or-later
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_SECONDS, type OpenedSession } from '../../platform/sessions/open-session';
import { PENDING_SECONDS } from '../../platform/sessions/pending-sign-in.repository';
import { BROWSER_COOKIE, browserCookie, sessionCookie, sessionTokenIn, SIGN_IN_COOKIE, signInCookie, tokenIn } from '../../platform/sessions/session-token';

/** What a browser brings that wants to sign in. */
export interface AtTheDoor {
  readonly source: string;
  readonly requestId: string;
  /** Of a session that this browser had: it ends with the new one. */
  readonly earlierToken: string | undefined;
  /** Of the first half of a sign-in. */
  readonly pendingToken: string | undefined;
  /** By what an account may know this browser. */
  readonly browser: string | undefined;
}

export const Door = createParamDecorator((_: unknown, context: ExecutionContext): AtTheDoor => {
  const { ip, id, headers } = context.switchToHttp().getRequest<FastifyRequest>();
  const { cookie } = headers;
  return { source: ip, requestId: id, earlierToken: sessionTokenIn(cookie), pendingToken: tokenIn(cookie, SIGN_IN_COOKIE), browser: tokenIn(cookie, BROWSER_COOKIE) };
});

/** The session's cookie, the one by which this browser is known again, and none of a sign-in under way. */
export function letIn(reply: FastifyReply, { token }: OpenedSession, browser: string | undefined): void {
  const cookies = [sessionCookie(token, SESSION_SECONDS), ...(browser === undefined ? [] : [browserCookie(browser)]), signInCookie('', 0)];
  void reply.header('set-cookie', cookies);
}

/** The sign-in goes on in this browser, or not at all. */
export function letWait(reply: FastifyReply, pendingToken: string, browser: string | undefined): void {
  const cookies = [signInCookie(pendingToken, PENDING_SECONDS), ...(browser === undefined ? [] : [browserCookie(browser)])];
  void reply.header('set-cookie', cookies);
}
