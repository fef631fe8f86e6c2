// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CardConnection, CardSession, proveActivation, SecretBytes, writeIssuerAuth, writeTransportCodes } from '@sportello/card-io';
import { recognise } from '../card-process/recognise';

/** How the parts of a rehearsed talk ended. */
export interface RehearsedTalk {
  readonly recognition: string;
  readonly writings: readonly string[];
  readonly proof: string;
}

const answers = { select: 0xa4, readBinary: 0xb0, getChallenge: 0x84, performSecurityOperation: 0x2a } as const;
/** Of a certificate as long as a real one: 4 + 1,872 bytes. */
const derHead = Uint8Array.of(0x30, 0x82, 0x07, 0x50);
/** Files before the certificate. */
const filesBefore = 2;
const zero = 0x30;
/** Of a classic CNS. */
const atr = Buffer.from('3BFF1800008131FE55006B02090200011101434E531131808E', 'hex');
const rounds = 3;

/** Speaks a whole activation with nobody, so that the first card is not the first time of the process. No card, no reader and no real code is near. */
export async function rehearseTalk(): Promise<RehearsedTalk> {
  let last = await talk();
  for (let round = 1; round < rounds; round += 1) last = await talk();
  return last;
}

async function talk(): Promise<RehearsedTalk> {
  const session = new CardSession(agreeing());
  const noCode = (): SecretBytes => SecretBytes.own(new Uint8Array(8).fill(zero));
  const codes = { newPin: noCode(), newPuk: noCode(), transportPuk: noCode() };
  const recognition = await recognise(session);
  const byTransport = await writeTransportCodes(session, { ...codes, hasAttemptedPuk: false, onBeforePukAttempt: () => Promise.resolve(), onPukAnswered: () => Promise.resolve() });
  const byIssuer = await writeIssuerAuth(session, { ...codes, cryptogramFor: () => Promise.resolve({ kind: 'granted', cryptogram: new Uint8Array(8) }) });
  const proof = await proveActivation(session, { newPin: codes.newPin, digest: new Uint8Array(32) });
  return { recognition: recognition.kind, writings: [byTransport.kind, byIssuer.kind], proof: proof.kind };
}

/** Agrees to every command. Its files are full of zeros, which pass for a number and for fields without text; the third one passes for a certificate. */
function agreeing(): CardConnection {
  let selected = 0;
  return {
    atr,
    transmit: (command) => {
      const [, instruction, high = 0, low = 0] = command;
      if (instruction === answers.select) selected += 1;
      if (instruction !== answers.readBinary && instruction !== answers.getChallenge && instruction !== answers.performSecurityOperation) return Promise.resolve({ kind: 'answered', bytes: success() });
      const data = new Uint8Array(command.at(-1) || 256).fill(zero);
      const isCertificateHead = instruction === answers.readBinary && selected > filesBefore && high === 0 && low === 0;
      if (isCertificateHead) data.set(derHead.subarray(0, data.length));
      return Promise.resolve({ kind: 'answered', bytes: success(data) });
    },
    disconnect: () => Promise.resolve(),
  };
}

function success(data: Uint8Array = new Uint8Array()): Uint8Array {
  return Uint8Array.of(...data, 0x90, 0x00);
}
