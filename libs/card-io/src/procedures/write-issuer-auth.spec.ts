// SPDX-License-Identifier: AGPL-3.0-or-later
import { issueSample, sampleCard, sampleCodes, sampleIdCarta } from '../../testing/sample-card';
import { fromHex } from '../bytes/hex';
import { SecretBytes } from '../bytes/secret-bytes';
import { cryptogramOf, deriveCardKey } from '../issuer';
import { CardSession } from '../session/card-session';
import { connectDirectly } from '../simulator';
import { writeIssuerAuth } from './write-issuer-auth';
import type { Issuance } from '../../testing/sample-card';
import type { TranscriptEntry } from '../session/card-session';
import type { Tear, VirtualCard } from '../simulator';
import type { CryptogramGrant, IssuerAuthOutcome } from './write-issuer-auth';

const masterKey = SecretBytes.own(fromHex('00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF'));
const cardKey = deriveCardKey(masterKey, sampleIdCarta);
const written = { pin: sampleCodes.newPin, puk: sampleCodes.newPuk, pinTriesLeft: 3, pukTriesLeft: 10, issuerTriesLeft: 5 };
const factory = { pin: sampleCodes.transportPin, puk: sampleCodes.transportPuk, pinTriesLeft: 3, pukTriesLeft: 10, issuerTriesLeft: 5 };

let issuance: Issuance;
beforeAll(async () => {
  issuance = await issueSample();
});

const issuersCard = (): VirtualCard => sampleCard(issuance, { issuerKey: cardKey.use((key) => Uint8Array.from(key)) });
const granted = (challenge: Uint8Array): Promise<CryptogramGrant<string>> => Promise.resolve({ kind: 'granted', cryptogram: cryptogramOf(cardKey, challenge) });

interface Wish {
  readonly tear?: Tear;
  readonly transcript?: (entry: TranscriptEntry) => void;
  readonly cryptogramFor?: (challenge: Uint8Array) => Promise<CryptogramGrant<string>>;
}

function write(card: VirtualCard, { tear, transcript, cryptogramFor = granted }: Wish = {}): Promise<IssuerAuthOutcome<string>> {
  const session = new CardSession(connectDirectly(card, tear), transcript ? { transcript } : {});
  return writeIssuerAuth(session, { newPin: SecretBytes.fromAscii(sampleCodes.newPin), newPuk: SecretBytes.fromAscii(sampleCodes.newPuk), cryptogramFor });
}

describe('an issuer that authenticates itself', () => {
  it('sets PUK and PIN with 4 APDUs', async () => {
    const [card, entries] = [issuersCard(), [] as TranscriptEntry[]];
    expect(await write(card, { transcript: (entry) => entries.push(entry) })).toEqual({ kind: 'written' });
    expect(card.state).toEqual(written);
    expect(entries).toEqual([
      { command: 'get-challenge', header: '00 84 00 00', sent: 0, received: 8, sw: 0x9000 },
      { command: 'external-authenticate', header: '00 82 00 12', sent: 8, received: 0, sw: 0x9000 }, // the issuer proves itself
      { command: 'set-reference-data', header: '00 24 01 11', sent: 8, received: 0, sw: 0x9000 }, // and so may set the PUK
      { command: 'reset-retry-counter', header: '00 2C 00 10', sent: 16, received: 0, sw: 0x9000 }, // by which the PIN is set, which proves it
    ]);
  });

  it.each([1, 2, 3, 4].flatMap((command) => [true, false].map((isExecuted) => ({ command, isExecuted }))))(
    'finishes after a tear at command $command (executed: $isExecuted), with the same codes and at the cost of no try',
    async (tear) => {
      const card = issuersCard();
      expect(await write(card, { tear })).toMatchObject({ kind: 'interrupted' });
      expect(await write(card)).toEqual({ kind: 'written' });
      expect(card.state).toEqual(written);
    },
  );

  it('changes nothing when no cryptogram is granted', async () => {
    const card = issuersCard();
    const cryptogramFor = () => Promise.resolve({ kind: 'not-granted', because: 'lease-lost' } as const);
    expect(await write(card, { cryptogramFor })).toEqual({ kind: 'not-granted', because: 'lease-lost' });
    expect(card.state).toEqual(factory);
  });

  it('that the card does not know is refused, once, and the card remembers it', async () => {
    const card = issuersCard();
    const cryptogramFor = () => Promise.resolve({ kind: 'granted', cryptogram: new Uint8Array(8) } as const);
    expect(await write(card, { cryptogramFor })).toEqual({ kind: 'issuer-refused', sw: 0x63c4 });
    expect(card.state).toEqual({ ...factory, issuerTriesLeft: 4 });
  });

  it('is not known to a card without an issuer’s key', async () => {
    expect(await write(sampleCard(issuance))).toEqual({ kind: 'issuer-refused', sw: 0x6a88 });
  });
});
