// SPDX-License-Identifier: AGPL-3.0-or-later
import { generateSigningKeyPair } from '../signing/sign-bytes';
import { signingKeyOf } from '../signing/signing-key';
import { newLogKey, sampleLog, type SampleShape } from '../testing';
import { LogVerifier, type VerifierOptions } from './log-verifier';
import type { Verdict } from './verdict';

const SHAPE: SampleShape = { name: 'acts', blocks: [3, 1, 4] };
const verify = (lines: readonly string[], options: VerifierOptions = {}): Verdict => {
  const verifier = new LogVerifier(options);
  for (const line of lines) if (!verifier.read(Buffer.from(line))) break;
  return verifier.end();
};
const lieOf = (verdict: Verdict): unknown => (verdict.kind === 'lie' ? verdict.lie : verdict);
/** Lines: 1 the log, 2 block 1, 3 its leaves, 4–6 rows, 7–8 openings, 9 block 2, 10 leaves, 11 row, 12 opening, 13 block 3 … */
const changed = (lines: readonly string[], line: number, ...others: readonly string[]): string[] => [...lines.slice(0, line - 1), ...others, ...lines.slice(line)];

describe('the verifier of a log', () => {
  it('says what it verified, and by which key', async () => {
    const { lines, publicKey, head } = await sampleLog(SHAPE);
    expect(verify(lines, { key: publicKey, heads: [head] })).toMatchObject({ kind: 'ok', figures: { log: 'acts', blocks: 3, rows: 8, head, isByPinnedKey: true, openings: 5, headsHeld: 1 } });
    expect(verify(lines)).toMatchObject({ kind: 'ok', figures: { isByPinnedKey: false, headsHeld: 0 } });
  });

  it('names the row that is not the one that was sealed', async () => {
    const { lines } = await sampleLog(SHAPE);
    const forged = (lines[4] ?? '').replace('000002', '000003');
    expect(lieOf(verify(changed(lines, 5, forged)))).toEqual({ kind: 'row-altered', line: 5, block: 1, row: 2 });
  });

  it('names the place where a row is missing, was added, or stands before another', async () => {
    const { lines } = await sampleLog(SHAPE);
    expect(lieOf(verify(changed(lines, 5)))).toMatchObject({ kind: 'row-altered', line: 5, row: 2 });
    expect(lieOf(verify(changed(lines, 5, lines[4] ?? '', lines[4] ?? '')))).toMatchObject({ kind: 'row-altered', line: 6, row: 3 });
    expect(lieOf(verify(changed(changed(lines, 4, lines[4] ?? ''), 5, lines[3] ?? '')))).toMatchObject({ kind: 'row-altered', line: 4, row: 1 });
  });

  it('misses a block that was taken out, whole', async () => {
    const { lines } = await sampleLog(SHAPE);
    expect(lieOf(verify([...lines.slice(0, 8), ...lines.slice(12)]))).toMatchObject({ kind: 'block-out-of-order', line: 9 });
  });

  it('misses the end that was cut off when somebody held a later head, and says that it cannot otherwise', async () => {
    const { lines, head } = await sampleLog(SHAPE);
    const cut = lines.slice(0, 12);
    expect(verify(cut)).toMatchObject({ kind: 'ok', figures: { headsHeld: 0 } });
    expect(lieOf(verify(cut, { heads: [head] }))).toMatchObject({ kind: 'cut-off', line: 13 });
  });

  it('does not believe a log that was sealed anew with another key', async () => {
    const [{ publicKey, head }, forged] = [await sampleLog(SHAPE), await sampleLog(SHAPE)];
    expect(lieOf(verify(forged.lines, { key: publicKey }))).toMatchObject({ kind: 'not-by-this-key' });
    expect(lieOf(verify(forged.lines, { heads: [head] }))).toMatchObject({ kind: 'head-contradicted' });
  });

  it('follows a key that handed over to the next, and no key that took over by itself', async () => {
    const { lines, publicKey } = await sampleLog({ ...SHAPE, handsOverAt: 1 });
    expect(verify(lines, { key: publicKey })).toMatchObject({ kind: 'ok', figures: { keyIds: [expect.any(String), expect.any(String)] } });
    const other = await sampleLog(SHAPE, newLogKey());
    expect(lieOf(verify([...lines.slice(0, 8), ...other.lines.slice(8)]))).toMatchObject({ kind: 'block-does-not-follow' });
  });

  it('takes an export that begins later, and says so', async () => {
    const { lines, publicKey, head } = await sampleLog({ ...SHAPE, firstBlock: 2 });
    expect(verify(lines, { key: publicKey, heads: [head] })).toMatchObject({ kind: 'ok', figures: { firstBlock: 2, blocks: 2, rows: 5 } });
  });

  it('does not believe a log that was sealed anew, with the very key, under another installation, nor heads of which none is its own', async () => {
    const key = newLogKey();
    const { head } = await sampleLog(SHAPE, key);
    const moved = await sampleLog({ ...SHAPE, installation: 'installation-2' }, key);
    expect(lieOf(verify(moved.lines, { key: key.publicKey, heads: [head] }))).toMatchObject({ kind: 'other-log' });
    expect(lieOf(verify(moved.lines, { heads: [{ ...moved.head, log: 'access' }] }))).toMatchObject({ kind: 'other-log' });
    expect(verify(moved.lines, { heads: [head, moved.head] })).toMatchObject({ kind: 'ok', figures: { headsGiven: 1, headsHeld: 1 } });
  });

  it('counts as held no head of a block before the export', async () => {
    const { lines, head } = await sampleLog({ ...SHAPE, firstBlock: 2 });
    const before = { ...head, number: 1, hash: 'A'.repeat(43), rows: 3 };
    expect(verify(lines, { heads: [before] })).toMatchObject({ kind: 'ok', figures: { headsGiven: 1, headsHeld: 0 } });
    expect(verify(lines, { heads: [before, head] })).toMatchObject({ kind: 'ok', figures: { headsGiven: 2, headsHeld: 1 } });
  });

  it('minds no personal value that was erased, and each one that was changed, moved or told twice', async () => {
    const { lines } = await sampleLog(SHAPE);
    expect(verify(changed(lines, 7)).kind).toBe('ok');
    expect(lieOf(verify(changed(lines, 7, (lines[6] ?? '').replace('Persona 1', 'Persona 2'))))).toMatchObject({ kind: 'opening-wrong', line: 7 });
    expect(lieOf(verify(changed(lines, 8, lines[6] ?? '')))).toMatchObject({ kind: 'opening-of-nothing', line: 8 });
    expect(lieOf(verify(changed(lines, 12, lines[6] ?? '')))).toMatchObject({ kind: 'opening-of-nothing', line: 12 });
  });

  it('believes a station’s signature over a head that stands here, and no other', async () => {
    const station = signingKeyOf((await generateSigningKeyPair()).privateKey);
    const { lines } = await sampleLog({ ...SHAPE, station });
    expect(verify(lines)).toMatchObject({ kind: 'ok', figures: { countersignatures: 1, stations: 1, countersignedTo: 3 } });
    const last = lines.at(-1) ?? '';
    expect(lieOf(verify([...lines.slice(0, -1), last.replace('"s-1"', '"s-2"')]))).toMatchObject({ kind: 'countersignature-invalid' });
    expect(lieOf(verify([...lines.slice(0, 12), last]))).toMatchObject({ kind: 'cut-off' });
  });

  it.each([
    ['nothing', [], 'not-a-log'],
    ['an empty line', [''], 'malformed-line'],
    ['another format', ['{"log":{"format":"other"}}'], 'not-a-log'],
    ['a list', ['[]'], 'malformed-line'],
    ['nothing at all', ['{"log":null}'], 'not-a-log'],
  ])('does not take %s for a log', (_, lines, kind) => {
    expect(lieOf(verify(lines))).toMatchObject({ kind });
  });

  it('does not take a line of any other spelling, kind or place', async () => {
    const { lines } = await sampleLog(SHAPE);
    for (const other of [`${lines[8] ?? ''} `, '{"block":null}', '{"block":{"header":null,"signature":""}}', '{"opening":null}', '{"stamp":{}}', '{"countersignature":{"head":null,"station":"","publicKey":"","signature":""}}', '{}', 'null']) {
      expect(lieOf(verify(changed(lines, 9, other)))).toMatchObject({ kind: 'malformed-line', line: 9 });
    }
    expect(lieOf(verify(changed(lines, 9, '{"remark":1}')))).toMatchObject({ kind: 'unexpected-line', line: 9 });
    expect(lieOf(verify(lines.slice(0, 5)))).toMatchObject({ kind: 'rows-missing', line: 6, row: 3 });
  });
});
