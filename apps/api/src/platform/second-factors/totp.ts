// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHmac, timingSafeEqual } from 'node:crypto';

/** What every authenticator app takes as given when the address says nothing else: SHA-1, six digits, half a minute (RFC 6238 §5.2). */
const STEP_SECONDS = 30;
const DIGITS = 6;
/** Clocks of telephones, and people who type: one step before and one after (RFC 6238 §6). */
const STEPS_AROUND = 1;
/** As long as the hash (RFC 4226 §4, R6). */
export const TOTP_SECRET_BYTES = 20;

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code of one step: HOTP with the step as counter (RFC 4226 §5.3, RFC 6238 §4). The library for these ten lines would be one more to trust. */
export function codeOfStep(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const truncated = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(truncated % 10 ** DIGITS).padStart(DIGITS, '0');
}

export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / STEP_SECONDS);
}

/** The step whose code this is, near now and after the last one that was used; nothing when it is none. Each code is good once (RFC 6238 §5.2). */
export function stepOfCode({ secret, code, now, lastStep }: { readonly secret: Uint8Array; readonly code: string; readonly now: Date; readonly lastStep: number }): number | undefined {
  const typed = Buffer.from(code);
  const steps = Array.from({ length: 2 * STEPS_AROUND + 1 }, (_, index) => stepAt(now) - STEPS_AROUND + index);
  const matching = steps.filter((step) => typed.length === DIGITS && timingSafeEqual(typed, Buffer.from(codeOfStep(secret, step))));
  return matching.find((step) => step > lastStep);
}

/** RFC 4648 §6, without padding, as apps take it when it is typed. */
export function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((group) => BASE32.charAt(parseInt(group.padEnd(5, '0'), 2))).join('');
}

/** The address that apps read from the square code. */
export function authenticatorUri(secret: string, issuer: string, account: string): string {
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(account)}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`;
}
