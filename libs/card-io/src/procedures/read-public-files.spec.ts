// SPDX-License-Identifier: AGPL-3.0-or-later
import { issueSample, personalDataOf, sampleCard, sampleIdCarta, samplePersonalData } from '../../testing/sample-card';
import { scriptedConnection } from '../../testing/scripted-connection';
import { toHex } from '../bytes/hex';
import { cnsClassicProfile } from '../profiles/cns-classic';
import { cnsIdemiaProfile } from '../profiles/types/ace-2021';
import { cnsEsignProfile } from '../profiles/types/ace-2025';
import { CardSession } from '../session/card-session';
import { connectDirectly } from '../simulator';
import { readPublicFiles } from './read-public-files';
import type { Issuance } from '../../testing/sample-card';

let issuance: Issuance;
beforeAll(async () => {
  issuance = await issueSample();
});

const idDigits = toHex(Buffer.from(sampleIdCarta));
const personalData = toHex(samplePersonalData);

describe('reading the public files', () => {
  it('reads on when the personal data do not fit the first block', async () => {
    const long = personalDataOf(['6090', '08012026', '08012032', 'R'.repeat(120), 'M'.repeat(120), ...Array.from({ length: 11 }, () => '')]);
    const session = new CardSession(connectDirectly(sampleCard(issuance, { personalData: long })));
    expect(await readPublicFiles(session, cnsClassicProfile)).toMatchObject({ kind: 'read', personalData: long });
  });

  it('stops at the end of a certificate that is shorter than one block', async () => {
    const session = new CardSession(scriptedConnection('9000', `${idDigits}9000`, '9000', `${personalData}9000`, '9000', '30030102030000006282'));
    expect(await readPublicFiles(session, cnsClassicProfile)).toMatchObject({ certificateDer: Uint8Array.of(0x30, 3, 1, 2, 3) });
  });

  it('finds the certificate of an ACe/ACx 2021 card where that type keeps it', async () => {
    const connection = scriptedConnection('9000', `${idDigits}9000`, '9000', `${personalData}9000`, '9000', '30030102039000');
    expect(await readPublicFiles(new CardSession(connection), cnsIdemiaProfile)).toMatchObject({ certificateDer: Uint8Array.of(0x30, 3, 1, 2, 3) });
    expect(connection.sent[4]).toBe('00A4080C06140090012002');
  });

  it('goes through the applications of a card of 2025, as its middleware does', async () => {
    const connection = scriptedConnection('9000', '9000', `${idDigits}9000`, '9000', '9000', `${personalData}9000`, '9000', '9000', '30030102039000');
    expect(await readPublicFiles(new CardSession(connection), cnsEsignProfile)).toMatchObject({ certificateDer: Uint8Array.of(0x30, 3, 1, 2, 3) });
    expect(connection.sent.filter((command) => command.startsWith('00A4'))).toEqual([
      '00A404000CA000000530000B104001021A',
      '00A409000410001003',
      '00A404000CA000000530000B104001021A',
      '00A409000411001102',
      '00A404000AA000000530455349474E',
      '00A4090004DA01C001',
    ]);
  });

  it.each([
    ['there is no EF.ID_Carta', ['6A82'], { file: 'id-carta', because: 'not-found' }],
    ['EF.ID_Carta holds no digits', ['9000', `${'20'.repeat(16)}9000`], { file: 'id-carta', because: 'malformed' }],
    ['EF.ID_Carta is too short', ['9000', '303132336282'], { file: 'id-carta', because: 'malformed' }],
    ['EF.ID_Carta may not be read', ['9000', '6982'], { file: 'id-carta', because: 'refused', sw: 0x6982 }],
    ['the card refuses to select', ['6A86'], { file: 'id-carta', because: 'refused', sw: 0x6a86 }],
    ['the personal data are garbage', ['9000', `${idDigits}9000`, '9000', `${'FF'.repeat(252)}9000`], { file: 'personal-data', because: 'malformed' }],
    ['the personal data end too early', ['9000', `${idDigits}9000`, '9000', `${personalData.slice(0, 80)}6282`], { file: 'personal-data', because: 'malformed' }],
    [
      'there is no certificate',
      ['9000', `${idDigits}9000`, '9000', `${personalData}9000`, '9000', `${'00'.repeat(252)}9000`],
      { file: 'certificate', because: 'malformed' },
    ],
  ])('says so when %s', async (_case, answers, outcome) => {
    const session = new CardSession(scriptedConnection(...answers));
    expect(await readPublicFiles(session, cnsClassicProfile)).toEqual({ kind: 'unreadable', ...outcome });
  });

  it.each([1, 2, 3, 4, 5, 6, 7])('returns the fault when the card is pulled at command %i', async (command) => {
    const session = new CardSession(connectDirectly(sampleCard(issuance), { command, isExecuted: true }));
    expect(await readPublicFiles(session, cnsClassicProfile)).toEqual({ kind: 'outcome-unknown', because: 'removed' });
  });
});
