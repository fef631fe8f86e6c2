// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawn } from 'node:child_process';
import { randomBytes, verify, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';

/** What OpenSC, which shares no code with the station, finds on the card in a PC/SC reader; null: it is not installed, or cannot do it with this card. */
export type CardLook = { readonly pinVerifiedOnCard: boolean | null; readonly chipSignatureValid: boolean | null };

export const notLooked: CardLook = { pinVerifiedOnCard: null, chipSignatureValid: null };

/** Under which OpenSC knows PIN, key and certificate of a CNS. */
const id = '01';

/** Whether the card takes the PIN, and signs fresh bytes with the key of its certificate. A wrong PIN costs the card one try, and no more. */
export const lookThroughPcsc = async (readerName: string | undefined, pin: string): Promise<CardLook> => {
  const reader = readerName === undefined ? [] : ['--reader', readerName];
  const verified = await openSc('pkcs15-tool', [...reader, '--verify-pin', '--auth-id', id, '--pin', pinByEnvironment], { pin });
  if (verified === undefined) return notLooked;
  if (verified.code !== 0) return { pinVerifiedOnCard: false, chipSignatureValid: null };
  const input = randomBytes(32);
  const certificate = await openSc('pkcs15-tool', [...reader, '--read-certificate', id], {});
  // With several cards about, the PIN is for this one alone.
  const slot = readerName === undefined ? [] : ['--slot-description', readerName];
  const signed = await openSc('pkcs11-tool', [...slot, '--login', '--sign', '--mechanism', 'SHA256-RSA-PKCS', '--id', id, '--pin', pinByEnvironment], { pin, input });
  const isSigned = certificate?.code === 0 && signed?.code === 0;
  return { pinVerifiedOnCard: true, chipSignatureValid: isSigned ? verify('sha256', input, new X509Certificate(certificate.output).publicKey, signed.output) : null };
};

/** OpenSC reads the PIN from there; arguments are for everybody on the computer to list. */
const pinByEnvironment = 'env:CARD_PIN';

type Finished = { readonly code: number | null; readonly output: Buffer };

const openSc = async (program: string, args: readonly string[], { pin = '', input }: { readonly pin?: string; readonly input?: Uint8Array }): Promise<Finished | undefined> => {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'], env: { ...process.env, CARD_PIN: pin } });
  // Who does not start, or does not read, says so by how it ends.
  child.stdin.on('error', () => undefined);
  try {
    await once(child, 'spawn');
  } catch {
    return undefined;
  }
  child.stdin.end(input);
  const [output] = await Promise.all([buffer(child.stdout), once(child, 'close')]);
  return { code: child.exitCode, output };
};
