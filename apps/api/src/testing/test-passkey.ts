// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PasskeyAssertion, PasskeyRegistration } from '@sportello/contracts';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

const ORIGIN = 'http://localhost:8480';
const RP_ID = 'localhost';
const [USER_PRESENT, USER_VERIFIED, ATTESTED] = [0x01, 0x04, 0x40];

/** What a test bends about what an authenticator does. */
export interface PasskeyWish {
  readonly isVerified?: boolean;
  readonly origin?: string;
  readonly signCount?: number;
}

/** An authenticator with one passkey (WebAuthn §6): as a security key does it, without the key. */
export class TestPasskey {
  readonly id = randomBytes(32).toString('base64url');
  readonly #key: { readonly publicKey: KeyObject; readonly privateKey: KeyObject } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  signCount = 0;

  registration(challenge: string, wish: PasskeyWish = {}): PasskeyRegistration {
    const { x = '', y = '' } = this.#key.publicKey.export({ format: 'jwk' });
    const id = Buffer.from(this.id, 'base64url');
    // COSE_Key (RFC 9053 §7.1.1): EC2, ES256, P-256.
    const coseKey = isoCBOR.encode(new Map<number, number | Uint8Array>([[1, 2], [3, -7], [-1, 1], [-2, bytesOf(x)], [-3, bytesOf(y)]]));
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, coseKey]);
    const authData = Uint8Array.from(Buffer.concat([this.#head(ATTESTED, wish), attested]));
    const attestationObject = isoCBOR.encode(new Map<string, string | Map<string, never> | Uint8Array>([['fmt', 'none'], ['attStmt', new Map<string, never>()], ['authData', authData]]));
    const response = { clientDataJSON: clientData('webauthn.create', challenge, wish), attestationObject: Buffer.from(attestationObject).toString('base64url'), transports: ['internal'] };
    return { id: this.id, rawId: this.id, type: 'public-key', response };
  }

  assertion(challenge: string, wish: PasskeyWish = {}): PasskeyAssertion {
    this.signCount += 1;
    const [authenticatorData, clientDataJSON] = [this.#head(0, wish), clientData('webauthn.get', challenge, wish)];
    const clientDataHash = createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest();
    const signature = sign('sha256', Buffer.concat([authenticatorData, clientDataHash]), this.#key.privateKey).toString('base64url');
    return { id: this.id, rawId: this.id, type: 'public-key', response: { clientDataJSON, authenticatorData: authenticatorData.toString('base64url'), signature } };
  }

  #head(more: number, { isVerified = true, signCount = this.signCount }: PasskeyWish): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(signCount);
    return Buffer.concat([createHash('sha256').update(RP_ID).digest(), Buffer.from([USER_PRESENT | (isVerified ? USER_VERIFIED : 0) | more]), counter]);
  }
}

function clientData(type: string, challenge: string, { origin = ORIGIN }: PasskeyWish): string {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString('base64url');
}

function bytesOf(base64url: string): Uint8Array {
  return Uint8Array.from(Buffer.from(base64url, 'base64url'));
}
