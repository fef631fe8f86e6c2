// SPDX-License-Identifier: AGPL-3.0-or-later
import { issueSample, sampleCard, sampleCodes, sampleIdCarta, samplePersonalData } from '../../testing/sample-card';
import { DeskOfOne, sampleStatement } from '../../testing/desk-of-one';
import { verifyChipSignature } from '../certificate';
import { cnsClassicProfile } from '../profiles/cns-classic';
import { CardSession } from '../session/card-session';
import { connectDirectly } from '../simulator';
import { encodeTlv } from '../tlv/ber-tlv';
import { readIdCarta } from './read-id-carta';
import { readPublicFiles } from './read-public-files';
import type { Issuance } from '../../testing/sample-card';
import type { TranscriptEntry } from '../session/card-session';

let issuance: Issuance;
beforeAll(async () => {
  issuance = await issueSample();
});

describe('the whole activation of a transport-codes card', () => {
  it('recognises the card with 13 APDUs when its certificate is as long as they come', async () => {
    const certificateDer = encodeTlv(0x30, new Uint8Array(2012).fill(0x05));
    expect(certificateDer).toHaveLength(2016);
    const entries: TranscriptEntry[] = [];
    const session = new CardSession(connectDirectly(sampleCard(issuance, { certificateDer })), { transcript: (entry) => entries.push(entry) });
    expect(await readPublicFiles(session, cnsClassicProfile)).toEqual({ kind: 'read', idCarta: sampleIdCarta, personalData: samplePersonalData, certificateDer });
    expect(entries.map(({ header, received }) => [header, received])).toEqual([
      ['00 A4 08 0C', 0], // EF.ID_Carta, by its path from the MF
      ['00 B0 00 00', 16], // its 16 digits
      ['00 A4 08 0C', 0], // EF.Dati_personali, by its path
      ['00 B0 00 00', 252], // all its fields are in the first block
      ['00 A4 02 0C', 0], // the certificate lies beside it
      ['00 B0 00 00', 252], // its DER header says how long it is
      ['00 B0 00 FC', 252],
      ['00 B0 01 F8', 252],
      ['00 B0 02 F4', 252],
      ['00 B0 03 F0', 252],
      ['00 B0 04 EC', 252],
      ['00 B0 05 E8', 252],
      ['00 B0 06 E4', 252], // and here it ends, not at the end of its file
    ]);
    expect(session.exchanges).toBe(13);
  });

  it('writes and proves with 6 APDUs after the go-ahead: 19 in all', async () => {
    const card = sampleCard(issuance);
    const entries: TranscriptEntry[] = [];
    const outcome = await new DeskOfOne().activate(card, { transcript: (entry) => entries.push(entry) });
    expect(entries).toEqual([
      { command: 'reset-retry-counter', header: '00 2C 00 10', sent: 16, received: 0, sw: 0x9000 }, // the transport PUK sets the new PIN
      { command: 'change-reference-data', header: '00 24 00 11', sent: 16, received: 0, sw: 0x9000 }, // and gives way to the new PUK
      { command: 'verify', header: '00 20 00 10', sent: 8, received: 0, sw: 0x9000 }, // the new PIN is right
      { command: 'mse-restore', header: '00 22 F3 03', sent: 0, received: 0, sw: 0x9000 }, // the environment of the CNS
      { command: 'mse-set', header: '00 22 F1 B6', sent: 3, received: 0, sw: 0x9000 }, // its key, for a signature
      { command: 'pso-sign', header: '00 2A 9E 9A', sent: 51, received: 256, sw: 0x9000 }, // the chip signs what the station hashed
    ]);
    expect(outcome.kind).toBe('proved');
    expect(card.state).toEqual({ pin: sampleCodes.newPin, puk: sampleCodes.newPuk, pinTriesLeft: 3, pukTriesLeft: 10, issuerTriesLeft: 5 });
  });

  it('leaves a signature that the certificate vouches for', async () => {
    const outcome = await new DeskOfOne().activate(sampleCard(issuance));
    const signature = outcome.kind === 'proved' ? outcome.signature : new Uint8Array();
    expect(verifyChipSignature({ certificateDer: issuance.issued.certificateDer, statement: sampleStatement, signature })).toBe(true);
  });

  it('tells with 2 APDUs whether the same card is back', async () => {
    const session = new CardSession(connectDirectly(sampleCard(issuance)));
    expect(await readIdCarta(session, cnsClassicProfile)).toEqual({ kind: 'read', idCarta: sampleIdCarta });
    expect(session.exchanges).toBe(2);
  });
});
