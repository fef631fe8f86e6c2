// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, createParamDecorator, Delete, type ExecutionContext, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { AddPasskeyRequest, AuthenticatorAppOffer, ChangePasswordRequest, ConfirmAuthenticatorAppRequest, Id, OwnAccessView, PasskeyCreationOptions, RecoveryCodesView } from '@sportello/contracts';
import type { FastifyRequest } from 'fastify';
import { Needs } from '../../platform/access/access';
import { operatorOf } from '../../platform/access/caller';
import { Shows } from '../../platform/looks/shows';
import { answered } from '../../platform/problems/answered';
import { BROWSER_COOKIE, tokenIn } from '../../platform/sessions/session-token';
import { ChangePassword } from './change-password';
import { MakeRecoveryCodes } from './make-recovery-codes';
import { OwnAuthenticatorApp } from './own-authenticator-app';
import type { Own } from './own-change';
import { OwnPasskeys } from './own-passkeys';
import { RemoveFactor } from './remove-factor';
import { ShowOwnAccess } from './show-own-access';

const Self = createParamDecorator((_: unknown, context: ExecutionContext): Own => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return { caller: operatorOf(request), requestId: request.id };
});

/** By what somebody signs in, and how they change it. No idempotency keys: an answer with a secret in it is kept nowhere. */
@ApiTags('own access')
@Controller('own-access')
@Needs('factors.own')
export class OwnAccessController {
  constructor(
    private readonly showOwnAccess: ShowOwnAccess,
    private readonly changePassword: ChangePassword,
    private readonly passkeys: OwnPasskeys,
    private readonly authenticatorApp: OwnAuthenticatorApp,
    private readonly makeRecoveryCodes: MakeRecoveryCodes,
    private readonly removeFactor: RemoveFactor,
  ) {}

  @Get()
  @Shows.nobody()
  @ApiResponse({ status: 200, standardSchema: OwnAccessView })
  show(@Self() own: Own): Promise<OwnAccessView> {
    return this.showOwnAccess.run(own);
  }

  @Post('password')
  @HttpCode(204)
  async setPassword(@Self() own: Own, @Req() { ip, headers }: FastifyRequest, @Body({ schema: ChangePasswordRequest }) request: ChangePasswordRequest): Promise<void> {
    answered(await this.changePassword.run(own, { source: ip, browser: tokenIn(headers.cookie, BROWSER_COOKIE) }, request));
  }

  @Post('passkey-options')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: PasskeyCreationOptions })
  async passkeyOptions(@Self() own: Own): Promise<PasskeyCreationOptions> {
    return answered(await this.passkeys.options(own));
  }

  @Post('passkeys')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: OwnAccessView })
  async addPasskey(@Self() own: Own, @Body({ schema: AddPasskeyRequest }) request: AddPasskeyRequest): Promise<OwnAccessView> {
    answered(await this.passkeys.add(own, request));
    return this.showOwnAccess.run(own);
  }

  @Delete('passkeys/:id')
  @ApiResponse({ status: 200, standardSchema: OwnAccessView })
  async removePasskey(@Self() own: Own, @Param('id', { schema: Id }) id: string): Promise<OwnAccessView> {
    answered(await this.removeFactor.run(own, { kind: 'passkey', id }));
    return this.showOwnAccess.run(own);
  }

  @Post('authenticator-app')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: AuthenticatorAppOffer })
  async offerApp(@Self() own: Own): Promise<AuthenticatorAppOffer> {
    return answered(await this.authenticatorApp.offer(own));
  }

  @Post('authenticator-app/confirmation')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: OwnAccessView })
  async confirmApp(@Self() own: Own, @Body({ schema: ConfirmAuthenticatorAppRequest }) { code }: ConfirmAuthenticatorAppRequest): Promise<OwnAccessView> {
    answered(await this.authenticatorApp.confirm(own, code));
    return this.showOwnAccess.run(own);
  }

  @Delete('authenticator-app')
  @ApiResponse({ status: 200, standardSchema: OwnAccessView })
  async removeApp(@Self() own: Own): Promise<OwnAccessView> {
    answered(await this.removeFactor.run(own, { kind: 'authenticator-app' }));
    return this.showOwnAccess.run(own);
  }

  @Post('recovery-codes')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: RecoveryCodesView })
  async remakeRecoveryCodes(@Self() own: Own): Promise<RecoveryCodesView> {
    return answered(await this.makeRecoveryCodes.run(own));
  }
}
