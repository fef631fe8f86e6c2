// SPDX-License-Identifier: AGPL-3.0-or-later
/** How fast the export of a log is verified, over the floor of its lines: SHA-256 of each, read the same way. One process, one core. */
import { createHash, hash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blockHash, type BlockHeader, commitmentOf, EXPORT_FORMAT, generateLogKey, headOf, leafHash, lineText, logKeyOf, rowBytes, sealBlock } from '@sportello/seal';
import { verifyFile } from '@sportello/seal/verify';
import { report, rounded } from '../measure';

const BLOCKS = 300;
const ROWS_PER_BLOCK = 1_000;
const ROWS = BLOCKS * ROWS_PER_BLOCK;
const ROUNDS = 3;
const BUDGET = 200_000;

const key = logKeyOf(generateLogKey());
if (!key) throw new Error('a new key is a key');
const id = (place: string): string => createHash('sha256').update(place).digest('hex').replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-7$3-8$4-$5');

/** As the API writes an act of an operator; one in twenty has a personal value whose opening is still there. */
function written(position: number): { readonly bytes: Buffer; readonly opening: string | undefined } {
  const row = id(`row ${position}`);
  const [salt, value] = [createHash('sha256').update(row).digest(), `Persona ${position}`];
  const personal = position % 20 === 0 ? { displayName: commitmentOf(salt, value) } : undefined;
  const bytes = Buffer.from(
    rowBytes({ id: row, act: 'case.delivered', actor: 'operator', at: '2026-11-24T10:43:12.345678Z', case_id: id(`case ${position}`), desk_id: id('desk'), details: { controlNumber: '000419' }, log: 'acts', operator_id: id('operator'), outcome: 'done', request_id: id(`request ${position}`), roles: ['operator'], ...(personal && { personal }) }),
  );
  return { bytes, opening: personal && lineText({ opening: { row, field: 'displayName', salt: salt.toString('base64url'), value } }) };
}

const lines: Buffer[] = [];
let previous: BlockHeader | null = null;
for (let block = 0; block < BLOCKS; block += 1) {
  const rows = Array.from({ length: ROWS_PER_BLOCK }, (_, place) => written(block * ROWS_PER_BLOCK + place));
  const leaves = rows.map(({ bytes }) => leafHash(bytes));
  const sealed = sealBlock({ installation: id('installation'), log: 'acts', previous, leaves, sealedAt: '2026-11-24T10:43:13.001Z' }, key);
  lines.push(Buffer.from(lineText({ block: sealed })), Buffer.from(lineText({ leaves: Buffer.concat(leaves).toString('base64url') })), ...rows.map(({ bytes }) => bytes));
  for (const { opening } of rows) if (opening !== undefined) lines.push(Buffer.from(opening));
  previous = sealed.header;
}
if (!previous) throw new Error('a log has a block');
const head = headOf(previous);
if (head.hash !== blockHash(previous)) throw new Error('a head is its block');

const folder = mkdtempSync(join(tmpdir(), 'sportello-audit-'));
try {
  const file = join(folder, 'log.jsonl');
  const LF = Buffer.from('\n');
  writeFileSync(file, Buffer.concat([Buffer.from(lineText({ log: { format: EXPORT_FORMAT, installation: id('installation'), name: 'acts', firstBlock: 1, key: key.publicKey } })), LF, ...lines.flatMap((line) => [line, LF])]));
  lines.length = 0;

  const verify = (): void => {
    const verdict = verifyFile(file, { key: key.publicKey, heads: [head] });
    if (verdict.kind !== 'ok' || verdict.figures.rows !== ROWS) throw new Error(`the log must hold: ${JSON.stringify(verdict)}`);
  };
  const floor = (): void => {
    const bytes = readFileSync(file);
    for (let start = 0, end = bytes.indexOf(0x0a); end !== -1; start = end + 1, end = bytes.indexOf(0x0a, start)) hash('sha256', bytes.subarray(start, end), 'buffer');
  };
  /** In turns, so that a busy moment of the machine meets both; of processor time too, which other programs do not add to. */
  const taken = { verify: [] as number[], floor: [] as number[], verifyProcessor: [] as number[], floorProcessor: [] as number[] };
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const [name, work] of [['verify', verify], ['floor', floor]] as const) {
      globalThis.gc?.();
      const [start, before] = [performance.now(), process.cpuUsage()];
      work();
      const { user, system } = process.cpuUsage(before);
      if (round < 0) continue;
      taken[name].push(performance.now() - start);
      taken[`${name}Processor`].push((user + system) / 1_000);
    }
  }
  const median = (values: readonly number[]): number => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
  const [verified, bare, verifiedProcessor, bareProcessor] = [taken.verify, taken.floor, taken.verifyProcessor, taken.floorProcessor].map(median) as [number, number, number, number];
  const [perSecond, perProcessorSecond] = [verified, verifiedProcessor].map((milliseconds) => Math.round((ROWS / milliseconds) * 1_000)) as [number, number];
  report('audit-verify', { rows: ROWS, blocks: BLOCKS, openings: ROWS / 20, rounds: ROUNDS, milliseconds: rounded(verified, 1), rowsPerSecond: perSecond, rowsPerProcessorSecond: perProcessorSecond, floorMilliseconds: rounded(bare, 1), ratio: rounded(verifiedProcessor / bareProcessor, 2), budgetRowsPerSecond: BUDGET, ratioToBudget: rounded(BUDGET / perSecond, 2) });
} finally {
  rmSync(folder, { recursive: true });
}
