// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sealBlock } from '../log/block';
import { rowBytes } from '../log/export-lines';
import { proofText } from '../log/inclusion-proof';
import { leafHash } from '../log/merkle';
import { newLogKey, sampleLog, type SampleLog, sampleRow } from '../testing';
import { EXIT, verifyByCommand } from './command-line';

describe('the verifier’s command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-verify-'));
  const file = (name: string, text: string | Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  let sample: SampleLog;
  let whole: string;

  const run = (...args: string[]): { readonly code: number; readonly said: string } => {
    const said: string[] = [];
    return { code: verifyByCommand(args, (line) => said.push(line)), said: said.join('\n') };
  };

  beforeAll(async () => {
    // Longer than the reader's chunk, so that lines lie across its border.
    sample = await sampleLog({ name: 'acts', blocks: [1, 2, 3, 4000, 9000], opensEach: 3 });
    whole = file('whole.jsonl', `${sample.lines.join('\n')}\n`);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('says OK, how much, by which key and up to which head', () => {
    const { code, said } = run(whole, '--key', sample.publicKey, '--head', file('heads.jsonl', `${JSON.stringify(sample.head)}\n`));
    expect(code).toBe(EXIT.ok);
    expect(said).toContain('OK   acts of installation-1: 13,006 rows in 5 blocks');
    expect(said).toContain('sealed by the key that you gave');
    expect(said).toContain('not cut off before the head that you gave');
  });

  it('says what it cannot tell without a key and a head', () => {
    const { code, said } = run(whole);
    expect(code).toBe(EXIT.ok);
    expect(said).toContain('no --key was given');
    expect(said).toContain('no --head was given');
  });

  it('says so when no head that it was given is of this log, or none of a block in this file', async () => {
    const other = run(whole, '--head', file('other.jsonl', `${JSON.stringify({ ...sample.head, installation: 'installation-2' })}\n`));
    expect(other).toMatchObject({ code: EXIT.lie, said: expect.stringContaining('(other-log)') as string });
    const later = await sampleLog({ name: 'acts', blocks: [1, 2, 3], firstBlock: 2 });
    const early = run(file('later.jsonl', `${later.lines.join('\n')}\n`), '--head', file('early.jsonl', `${JSON.stringify({ ...later.head, number: 1 })}\n`));
    expect(early).toMatchObject({ code: EXIT.ok, said: expect.stringContaining('could not be compared') as string });
    expect(early.said).not.toContain('not cut off');
  });

  it('names the first line, block and row that lie, wherever in the file', () => {
    for (const at of [6, 900, 9_000, sample.lines.length - 3001]) {
      const lines = [...sample.lines];
      lines[at] = (lines[at] ?? '').replace('2026', '2027');
      if (lines[at] === sample.lines[at]) continue;
      const { code, said } = run(file('altered.jsonl', `${lines.join('\n')}\n`));
      expect(code).toBe(EXIT.lie);
      expect(said).toContain(`LIE  line ${(at + 1).toLocaleString('en')}, block`);
    }
  });

  it('tells of lines that end otherwise, or not at all', () => {
    expect(run(file('crlf.jsonl', `${sample.lines.join('\r\n')}\r\n`)).said).toContain('LIE  line 1');
    expect(run(file('cut.jsonl', sample.lines.join('\n'))).said).toContain('(unfinished-line)');
    expect(run(file('more.jsonl', `${sample.lines.join('\n')}\n\n`)).said).toContain('(malformed-line)');
    expect(run(file('empty.jsonl', '')).said).toContain('(not-a-log)');
    expect(run(file('bytes.jsonl', Buffer.of(0xff, 0xfe, 0x0a))).said).toContain('(malformed-line)');
  });

  it('checks the proof of one act without the log: what a receipt’s QR code says, and the key', () => {
    const key = newLogKey();
    const row = rowBytes(sampleRow(1).row);
    const block = sealBlock({ installation: 'i', log: 'acts', previous: null, leaves: [leafHash(row)], sealedAt: '2026-11-24T10:00:01.000Z' }, key);
    const proof = proofText({ row, index: 0, leaves: [leafHash(row)], block });
    expect(run('--proof', proof, '--key', key.publicKey)).toMatchObject({ code: EXIT.ok, said: expect.stringContaining('"act":"case.opened"') as string });
    expect(run('--proof', file('proof.txt', `${proof}\n`), '--key', key.publicKey).code).toBe(EXIT.ok);
    expect(run('--proof', proof, '--key', newLogKey().publicKey)).toMatchObject({ code: EXIT.lie, said: expect.stringContaining('(not-proven)') as string });
    expect(run('--proof', 'TSCNS1:X', '--key', key.publicKey).said).toContain('(not-a-proof)');
    expect(run('--proof', proof).code).toBe(EXIT.notRead);
  });

  it('verifies nothing that it was not asked clearly', () => {
    for (const args of [[], [whole, whole], ['--nothing', whole], ['/nowhere/at/all'], [whole, '--key', 'no'], [whole, '--head', file('none.jsonl', 'x')], [whole, '--head', file('no.jsonl', '')]]) {
      expect(run(...args).code).toBe(EXIT.notRead);
    }
  });
});
