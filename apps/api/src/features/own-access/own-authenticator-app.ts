// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { AuthenticatorAppOffer } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { toSVG } from 'bwip-js/node';
import { CredentialsRepository } from '../../platform/passwords/credentials.repository';
import type { Refusal } from '../../platform/problems/refusal';
import { AuthenticatorApps } from '../../platform/second-factors/authenticator-apps';
import { authenticatorUri } from '../../platform/second-factors/totp';
import { completeEnrolment, type Own, OwnChange, tellOwn } from './own-change';

const ISSUER = 'Sportello TS-CNS';

/** An authenticator app is offered a secret, and is one's own once it shows a code of it; until then the one of before stays. */
@Injectable()
export class OwnAuthenticatorApp {
  constructor(
    private readonly change: OwnChange,
    private readonly apps: AuthenticatorApps,
  ) {}

  offer(own: Own): Promise<Outcome<AuthenticatorAppOffer, Refusal>> {
    const { id } = own.caller.operator;
    return this.change.run(own, async (transaction): Promise<Outcome<AuthenticatorAppOffer, Refusal>> => {
      const row = await transaction.repository(CredentialsRepository).operator(id);
      const secret = await this.apps.offer(transaction, id);
      const uri = authenticatorUri(secret, ISSUER, row?.username ?? '');
      return accept({ secret, uri, qr: squareOf(uri) });
    });
  }

  confirm(own: Own, code: string): Promise<Outcome<'confirmed', Refusal>> {
    return this.change.run(own, async (transaction): Promise<Outcome<'confirmed', Refusal>> => {
      if (!(await this.apps.confirm(transaction, own.caller.operator.id, code))) return refuse({ kind: 'second-factor-failed' });
      await completeEnrolment(transaction, own, 'password+totp');
      tellOwn(transaction, own, 'authenticator-app.added');
      return accept('confirmed');
    });
  }
}

/** An image by itself (the page's policy admits `data:`), so that the secret is asked of no other address. */
function squareOf(text: string): string {
  const svg = toSVG({ bcid: 'qrcode', text, scale: 3 });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
