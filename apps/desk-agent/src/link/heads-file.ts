// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LogHead } from '@sportello/contracts';
import { errorCode } from '../log/error-code';

/** One head a line, as `npm run audit:verify -- FILE --head heads.jsonl` takes them. */
const NAME = 'heads.jsonl';

/** What lies in the station's folder; undefined: it is not what this program wrote, and was put aside as it was. */
export async function readHeads(stationDir: string): Promise<readonly LogHead[] | undefined> {
  const file = join(stationDir, NAME);
  try {
    const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
    return lines.map((line) => LogHead.parse(JSON.parse(line)));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    await rename(file, `${file}.unreadable`);
    return undefined;
  }
}

/** All of them anew, whole or not at all. */
export async function writeHeads(stationDir: string, heads: readonly LogHead[]): Promise<void> {
  const file = join(stationDir, NAME);
  await writeFile(`${file}.new`, heads.map((head) => `${JSON.stringify(head)}\n`).join(''), { mode: 0o600 });
  await rename(`${file}.new`, file);
}
