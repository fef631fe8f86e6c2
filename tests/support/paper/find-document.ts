// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const pieceLength = 48;
const pieces = 40;

/** Pieces of a document, as they are and as text could carry them: in base64 at each of its three alignments, and in hex. */
const needlesOf = (document: Buffer): readonly Buffer[] => {
  const step = Math.max(1, Math.floor((document.length - pieceLength) / pieces));
  const cut = Array.from({ length: pieces }, (_, index) => document.subarray(index * step, index * step + pieceLength)).filter(({ length }) => length === pieceLength);
  return cut.flatMap((piece) => [
    piece,
    Buffer.from(piece.toString('hex')),
    Buffer.from(piece.toString('hex').toUpperCase()),
    ...[0, 1, 2].flatMap((skipped) => (['base64', 'base64url'] as const).map((encoding) => Buffer.from(piece.subarray(skipped, skipped + 45).toString(encoding)))),
  ]);
};

/** How many pieces of the document are in there, in whatever form. */
export const countPieces = (document: Buffer, haystack: Buffer): number => needlesOf(document).filter((needle) => haystack.includes(needle)).length;

/** The files below a folder in which a piece of the document lies. */
export const filesWithPieces = async (document: Buffer, folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const found = await Promise.all(files.map(async (file) => (countPieces(document, await readFile(file)) > 0 ? [file] : [])));
  return found.flat().sort();
};
