// SPDX-License-Identifier: AGPL-3.0-or-later
// Writes a Brotli and a gzip copy beside every text file of the built page, so that the API only sends bytes.
// index.html stays as it is: the API puts a nonce into it at each response.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const folder = fileURLToPath(new URL('../dist/browser', import.meta.url));
const compressible = new Set(['.js', '.css', '.svg', '.json', '.txt']);
const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && compressible.has(extname(entry.name)))
  .map((entry) => join(entry.parentPath, entry.name));

for (const file of files) {
  const bytes = await readFile(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  await writeFile(`${file}.br`, await toBrotli(bytes, { params }));
  await writeFile(`${file}.gz`, await toGzip(bytes, { level: 9 }));
}
process.stdout.write(`${files.length} files compressed\n`);
