// SPDX-License-Identifier: AGPL-3.0-or-later
import { Controller, Get, HttpCode, Ip, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiResponse, ApiTags } from '@nestjs/swagger';
import { SessionView, SignInWays, SingleSignOnQuery } from '@sportello/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../../platform/access/access';
import { RequestId } from '../../../platform/access/caller';
import { Log, faultOf } from '../../../platform/logging/log';
import { Shows } from '../../../platform/looks/shows';
import { answered } from '../../../platform/problems/answered';
import { SESSION_SECONDS } from '../../../platform/sessions/open-session';
import { sessionCookie, sessionTokenIn } from '../../../platform/sessions/session-token';
import { SIGNED_OUT_PATH, returnPath } from '../../../platform/single-sign-on/addresses';
import { IdentityProvider } from '../../../platform/single-sign-on/identity-provider';
import { ShowSession } from '../show-session';
import { ASKED_SECONDS, BeginSingleSignOn, CONCLUDED_SECONDS } from './begin-single-sign-on';
import { CollectSingleSignOn } from './collect-single-sign-on';
import { FinishSingleSignOn } from './finish-single-sign-on';
import { browserTokenIn, singleSignOnCookie } from './single-sign-on-cookie';

const WAYS_GOOD_FOR = 'public, max-age=60';
/** A GET that goes on to another address (RFC 9110 §15.4.4). */
const SEE_OTHER = 303;

@ApiTags('session')
@Controller()
@Shows.nobody()
export class SingleSignOnController {
  constructor(
    private readonly provider: IdentityProvider,
    private readonly begin: BeginSingleSignOn,
    private readonly finish: FinishSingleSignOn,
    private readonly collect: CollectSingleSignOn,
    private readonly showSession: ShowSession,
    private readonly log: Log,
  ) {}

  @Get('session/ways')
  @Public()
  @ApiResponse({ status: 200, standardSchema: SignInWays })
  ways(@Res({ passthrough: true }) reply: FastifyReply): SignInWays {
    void reply.header('cache-control', WAYS_GOOD_FOR);
    return { singleSignOn: this.provider.isThere ? { name: this.provider.name } : null };
  }

  /** A page that the browser goes to, so that the button is a link, also into a tab of its own. */
  @Get('single-sign-on')
  @Public()
  @ApiExcludeEndpoint()
  async ask(@Query({ schema: SingleSignOnQuery }) { tab }: SingleSignOnQuery, @Ip() source: string, @RequestId() requestId: string, @Req() { headers }: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const wish = { source, requestId, browser: browserTokenIn(headers.cookie), isInOwnTab: tab === 'own' };
    const address = await this.orOwnPage(requestId, async () => {
      const begun = answered(await this.begin.run(wish));
      if (begun.browser !== undefined) void reply.header('set-cookie', singleSignOnCookie(begun.browser, ASKED_SECONDS + CONCLUDED_SECONDS));
      return begun.address;
    });
    await reply.redirect(address, SEE_OTHER);
  }

  @Get('single-sign-on/callback')
  @Public()
  @ApiExcludeEndpoint()
  async comeBack(@Ip() source: string, @RequestId() requestId: string, @Req() { headers, url }: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = new URLSearchParams(url.split('?')[1] ?? '');
    const back = { query, browser: browserTokenIn(headers.cookie), source, requestId };
    await reply.redirect(await this.orOwnPage(requestId, () => this.finish.run(back)), SEE_OTHER);
  }

  @Post('session/single-sign-on')
  @Public()
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: SessionView })
  async open(@Ip() source: string, @RequestId() requestId: string, @Req() { headers }: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    const opened = answered(await this.collect.run({ browser: browserTokenIn(headers.cookie), source, requestId, earlierToken: sessionTokenIn(headers.cookie) }));
    void reply.header('set-cookie', sessionCookie(opened.token, SESSION_SECONDS));
    return this.showSession.run(opened.caller);
  }

  /** Signs out at the provider too, where it offers that; ours is over already. */
  @Get('single-sign-on/end')
  @Public()
  @ApiExcludeEndpoint()
  async end(@Res() reply: FastifyReply): Promise<void> {
    await reply.redirect((await this.provider.end())?.href ?? SIGNED_OUT_PATH, SEE_OTHER);
  }

  /** A person looks at these answers, and not a page of ours: what goes wrong is told in words on our own. */
  private async orOwnPage(requestId: string, address: () => Promise<string>): Promise<string> {
    try {
      return await address();
    } catch (error) {
      this.log.error('single sign-on failed', { requestId, fault: faultOf(error) });
      return returnPath(false);
    }
  }
}
