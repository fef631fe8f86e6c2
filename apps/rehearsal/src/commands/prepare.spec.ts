// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomInt, X509Certificate } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../testing/temporary-folder';
import { prepare, type Prepared } from './prepare';

const monday = new Date('2026-11-23T08:00:00Z');
const nextYear = new Date('2027-11-23T08:00:00Z');

type Provision = {
  readonly stations: readonly { readonly enrolmentCode: string }[];
  readonly operators: readonly { readonly username: string; readonly password: string }[];
  readonly transportCodes: readonly { readonly idCarta: string; readonly pin: string; readonly puk: string }[];
  readonly cards: readonly { readonly idCarta: string; readonly state: string }[];
};

describe('preparing the simulated world', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let prepared: Prepared;
  beforeAll(async () => {
    folder = await temporaryFolder();
    prepared = await prepare(folder.path, monday, randomInt);
  }, 60_000);
  afterAll(() => folder[Symbol.asyncDispose]());

  const text = (path: string): Promise<string> => readFile(join(folder.path, path), 'utf8');
  const provision = async (): Promise<Provision> => JSON.parse(await text(prepared.provisionFile)) as Provision;

  it('leaves a trust anchor whose file name marks it as a test', async () => {
    const certificate = new X509Certificate(await text(join(prepared.trustAnchorsDir, 'demo-ca.test.pem')));
    expect(certificate.ca).toBe(true);
    expect(certificate.subject).toContain('CA di prova');
  });

  it('tells the register the factory’s codes of the cards that are written with them, and of the others what they are', async () => {
    const { transportCodes, cards } = await provision();
    type Known = { readonly idCarta: string; readonly cardType: string; readonly inUse: unknown };
    const deck = JSON.parse(await text('deck.json')) as Record<'cards' | 'reserve', readonly Known[]>;
    const everybody = [...deck.cards, ...deck.reserve];
    const isIssuers = ({ cardType }: Known): boolean => /^(OT|ID|ACe|ACx)/.test(cardType);
    expect(transportCodes.map(({ idCarta }) => idCarta)).toEqual(everybody.filter((card) => card.inUse === null && !isIssuers(card)).map(({ idCarta }) => idCarta));
    expect(cards).toEqual(everybody.flatMap((card) => (card.inUse !== null ? [{ idCarta: card.idCarta, state: 'active' }] : isIssuers(card) ? [{ idCarta: card.idCarta, state: 'inactive' }] : [])));
    expect(cards.some(({ state }) => state === 'inactive')).toBe(true);
  });

  it('leaves the issuer’s key where the API of a rehearsal reads it, and draws it once', async () => {
    const key = await text(join(prepared.issuerKeysDir, 'issuer-master-1.hex'));
    expect(key).toMatch(/^[0-9A-F]{64}\n$/);
    await prepare(folder.path, monday, randomInt);
    expect(await text(join(prepared.issuerKeysDir, 'issuer-master-1.hex'))).toBe(key);
  });

  it('prints what the operators need, and the provision says the same', async () => {
    const { operators, stations } = await provision();
    expect(prepared.signIns.map(({ role }) => role)).toEqual(['operator', 'supervisor', 'administrator', 'operator', 'help-desk', 'supervisor', 'operator', 'administrator']);
    expect(operators.map(({ username, password }) => [username, password])).toEqual(prepared.signIns.map(({ username, password }) => [username, password]));
    expect(stations[0]?.enrolmentCode).toBe(prepared.enrolmentCode);
  });

  it('keeps what holds a secret to its owner', async () => {
    for (const path of ['authority/demo-ca.key.pem', 'deck.json', prepared.provisionFile, 'sign-ins.json', 'chips/rossi-maria.json', 'issuer-keys/issuer-master-1.hex', 'issuer-keys']) {
      expect((await stat(join(folder.path, path))).mode & 0o077).toBe(0);
    }
  });

  it('changes nothing the second time, a year later', async () => {
    const before = await Promise.all(['deck.json', prepared.provisionFile, 'chips/rossi-maria.json'].map(text));
    const again = await prepare(folder.path, nextYear, randomInt);
    expect(again).toEqual({ ...prepared, isNew: false });
    expect(await Promise.all(['deck.json', prepared.provisionFile, 'chips/rossi-maria.json'].map(text))).toEqual(before);
  });

  it('adds to an older folder whoever came since, and leaves the others their passwords and the station its code', async () => {
    const path = join(folder.path, 'sign-ins.json');
    const all = JSON.parse(await text('sign-ins.json')) as readonly { readonly username: string }[];
    const earlier = all.filter(({ username }) => username !== 'neri');
    await writeFile(path, JSON.stringify(earlier));
    await writeFile(join(folder.path, prepared.provisionFile), JSON.stringify({ ...(await provision()), operators: earlier.map((signIn) => ({ ...signIn, desk: 'MS-2' })) }));
    const again = await prepare(folder.path, nextYear, randomInt);
    expect(again.signIns.slice(0, -1)).toEqual(prepared.signIns.slice(0, -1));
    expect(again.signIns.at(-1)).toMatchObject({ username: 'neri', role: 'administrator' });
    expect(again.enrolmentCode).toBe(prepared.enrolmentCode);
    expect((await provision()).operators.map(({ username }) => username)).toEqual(again.signIns.map(({ username }) => username));
  });

  it('refuses a folder of another version in one sentence', async () => {
    await using other = await temporaryFolder();
    await writeFile(join(other.path, 'deck.json'), '{"version":2}');
    await expect(prepare(other.path, monday, randomInt)).rejects.toThrow(/another version of the rehearsal/);
  });
});
