// SPDX-License-Identifier: AGPL-3.0-or-later
import { scriptedConnection } from '../../testing/scripted-connection';
import { SecretBytes } from '../bytes/secret-bytes';
import { cnsEsignProfile } from '../profiles/types/ace-2025';
import { CardSession } from '../session/card-session';
import { proveActivation } from './prove-activation';

const torn = { kind: 'outcome-unknown', because: 'answer-too-short' } as const;

describe('proving the activation by a key that may lie in two places', () => {
  it.each([
    ['in the first', ['9000', '9000', '9000', '01029000'], { kind: 'proved', signature: Uint8Array.of(1, 2) }],
    ['in the second: the first has no environment', ['9000', '6A88', '9000', '9000', '01029000'], { kind: 'proved', signature: Uint8Array.of(1, 2) }],
    ['in the second: the first has no key', ['9000', '9000', '6A88', '9000', '9000', '01029000'], { kind: 'proved', signature: Uint8Array.of(1, 2) }],
    ['in neither', ['9000', '6A88', '9000', '6A88'], { kind: 'refused-by-card', at: 'mse-set', sw: 0x6a88 }],
    ['torn between them', ['9000', '6A88', ''], { kind: 'interrupted', at: 'mse-restore', fault: torn }],
  ])('%s', async (_case, answers, outcome) => {
    const connection = scriptedConnection(...answers);
    const proof = { newPin: SecretBytes.fromAscii('83150'), digest: new Uint8Array(32), profile: cnsEsignProfile };
    expect(await proveActivation(new CardSession(connection), proof)).toEqual(outcome);
    expect(connection.sent).toHaveLength(answers.length);
    expect(connection.sent.filter((command) => command.startsWith('0020'))).toHaveLength(1);
  });
});

describe('proving the activation', () => {
  it.each([
    ['9000 to all: the signature', ['9000', '9000', '9000', '01029000'], { kind: 'proved', signature: Uint8Array.of(1, 2) }],
    ['the PIN is wrong', ['63C2'], { kind: 'wrong-pin', triesLeft: 2 }],
    ['the PIN is blocked', ['6983'], { kind: 'blocked' }],
    ['VERIFY is refused', ['6A86'], { kind: 'refused-by-card', at: 'verify', sw: 0x6a86 }],
    ['there is no such environment', ['9000', '6A88'], { kind: 'refused-by-card', at: 'mse-restore', sw: 0x6a88 }],
    ['there is no such key', ['9000', '9000', '6A88'], { kind: 'refused-by-card', at: 'mse-set', sw: 0x6a88 }],
    ['the key may not sign, and deciphers', ['9000', '9000', '9000', '6982', '9000', '9000', '01029000'], { kind: 'proved', signature: Uint8Array.of(1, 2) }],
    ['the key may neither', ['9000', '9000', '9000', '6982', '9000', '9000', '6985'], { kind: 'refused-by-card', at: 'sign', sw: 0x6982 }],
    ['the key may not even be chosen for a signature', ['9000', '9000', '6A86', '9000', '9000', '01029000'], { kind: 'proved', signature: Uint8Array.of(1, 2) }],
    ['torn at the deciphering', ['9000', '9000', '9000', '6D00', '9000', ''], { kind: 'interrupted', at: 'sign', fault: torn }],
    ['no code of that number from where the card stands, and from the MF', ['6A88', '9000', '9000', '9000', '9000', '01029000'], { kind: 'proved', signature: Uint8Array.of(1, 2) }],
    ['no code of that number anywhere', ['6A88', '9000', '6A88'], { kind: 'refused-by-card', at: 'verify', sw: 0x6a88 }],
    ['no code of that number, and no MF to be selected', ['6A88', '6A86'], { kind: 'refused-by-card', at: 'verify', sw: 0x6a88 }],
    ['torn at the MF', ['6A88', ''], { kind: 'interrupted', at: 'verify', fault: torn }],
    ['torn at VERIFY', [''], { kind: 'interrupted', at: 'verify', fault: torn }],
    ['torn at MSE RESTORE', ['9000', ''], { kind: 'interrupted', at: 'mse-restore', fault: torn }],
    ['torn at MSE SET', ['9000', '9000', ''], { kind: 'interrupted', at: 'mse-set', fault: torn }],
    ['torn at the signature', ['9000', '9000', '9000', ''], { kind: 'interrupted', at: 'sign', fault: torn }],
  ])('%s', async (_case, answers, outcome) => {
    const connection = scriptedConnection(...answers);
    const proof = { newPin: SecretBytes.fromAscii('83150'), digest: new Uint8Array(32) };
    expect(await proveActivation(new CardSession(connection), proof)).toEqual(outcome);
    expect(connection.sent).toHaveLength(answers.length);
  });
});
