// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction';
import { decryptBound, encryptBound } from '../keys/aes-gcm';
import { Keys } from '../keys/keys';
import { Randomness } from '../ports/randomness';
import { SecondFactorRepository } from './second-factor.repository';
import { base32, stepOfCode, TOTP_SECRET_BYTES } from './totp';

/** Authenticator apps: their secrets lie encrypted, and are in clear only while one is made or a code is checked. */
@Injectable()
export class AuthenticatorApps {
  constructor(
    private readonly keys: Keys,
    private readonly randomness: Randomness,
  ) {}

  /** A new secret, as it is typed into an app. It counts once a code of it was shown. */
  async offer(transaction: Transaction, operatorId: string): Promise<string> {
    const bytes = transaction.newBytes(TOTP_SECRET_BYTES);
    const secret = encryptBound({ key: this.keys.secondFactors, boundTo: placeOf(operatorId), bytes, randomness: this.randomness });
    const typed = base32(bytes);
    bytes.fill(0);
    await transaction.repository(SecondFactorRepository).offerApp({ id: transaction.newId(), operatorId, secret, createdAt: transaction.now });
    return typed;
  }

  async confirm(transaction: Transaction, operatorId: string, code: string): Promise<boolean> {
    const factors = transaction.repository(SecondFactorRepository);
    const offered = await factors.offeredApp(operatorId);
    const step = offered && this.stepOf(operatorId, offered, code, transaction.now);
    if (!offered || step === undefined) return false;
    await factors.confirmApp(operatorId, offered.id, step, transaction.now);
    return true;
  }

  /** Whether the code is the app's, now, and was not used before; it is from here on. */
  async take(transaction: Transaction, operatorId: string, code: string): Promise<boolean> {
    const factors = transaction.repository(SecondFactorRepository);
    const app = await factors.app(operatorId);
    const step = app && this.stepOf(operatorId, app, code, transaction.now);
    if (!app || step === undefined) return false;
    await factors.useStep(app.id, step);
    return true;
  }

  private stepOf(operatorId: string, app: { readonly secret: Buffer; readonly lastStep: number }, typed: string, now: Date): number | undefined {
    const secret = decryptBound({ key: this.keys.secondFactors, boundTo: placeOf(operatorId), encrypted: app.secret });
    try {
      return stepOfCode({ secret, code: typed.replace(/\s/g, ''), now, lastStep: app.lastStep });
    } finally {
      secret.fill(0);
    }
  }
}

function placeOf(operatorId: string): string {
  return `authenticator-app ${operatorId}`;
}
