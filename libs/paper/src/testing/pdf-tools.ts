// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Programs of others that read our files back: poppler, qpdf, zbar, libdmtx, Tesseract. */
export type PdfTool = 'pdftotext' | 'pdftoppm' | 'pdffonts' | 'qpdf' | 'zbarimg' | 'dmtxread' | 'tesseract';

const installed = new Map<PdfTool, boolean>();

export function isInstalled(tool: PdfTool): boolean {
  const known = installed.get(tool) ?? spawnSync(tool, ['--help']).error === undefined;
  installed.set(tool, known);
  return known;
}

/** A test that needs a program: skipped with the reason in its title where the program is missing. */
export function itWith(tools: readonly PdfTool[], title: string, test: () => Promise<void>): void {
  const missing = tools.filter((tool) => !isInstalled(tool));
  if (missing.length > 0) it.skip(`${title} (${missing.join(', ')} not installed)`, test);
  else it(title, test);
}

/** The text of a page in reading order, pages counted from 1. */
export function textOf(pdf: Buffer, page: number): string {
  return ofPage(textsOf(pdf), page);
}

/** How many pages the file has. */
export function pagesOf(pdf: Buffer): number {
  return wordsOfPages(pdf).length;
}

export interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Every word of a page with its place in points. */
export function wordsOf(pdf: Buffer, page: number): readonly Word[] {
  return ofPage(wordsOfPages(pdf), page);
}

function ofPage<T>(pages: readonly T[], page: number): T {
  const found = pages[page - 1];
  if (found === undefined) throw new Error(`the file has no page ${page}`);
  return found;
}

/** A program reads a file once, all its pages, whatever is asked about it. */
function once<T>(read: (pdf: Buffer) => T): (pdf: Buffer) => T {
  const readBefore = new WeakMap<Buffer, { readonly of: T }>();
  return (pdf) => {
    const found = readBefore.get(pdf) ?? { of: read(pdf) };
    readBefore.set(pdf, found);
    return found.of;
  };
}

const textsOf = once((pdf: Buffer): readonly string[] => run('pdftotext', ['-', '-'], pdf).toString('utf8').split('\f').slice(0, -1));

const wordsOfPages = once((pdf: Buffer): readonly (readonly Word[])[] => run('pdftotext', ['-bbox', '-', '-'], pdf).toString('utf8').split('<page ').slice(1).map(wordsIn));

function wordsIn(markup: string): readonly Word[] {
  const words = markup.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)<\/word>/g);
  return [...words].map(([, left, top, right, bottom, text]) => ({
    text: text ?? '',
    left: Number(left),
    right: Number(right),
    top: Number(top),
    bottom: Number(bottom),
  }));
}

/** With this zbarimg ends when there is none. */
const NO_BARCODE = 4;

/** What a scanner reads off a page printed at 200 dpi. */
export function scanCode39(pdf: Buffer, page: number): readonly string[] {
  const read = withPicture(pdf, page, (picture) => run('zbarimg', ['--quiet', '--raw', '-S*.enable=0', '-Scode39.enable=1', picture], undefined, [0, NO_BARCODE]));
  return read.toString('utf8').split('\n').filter(Boolean);
}

/** What a telephone reads off the page's QR code, blanks included; empty when there is none. */
export function scanQrCode(pdf: Buffer, page: number): string {
  const read = withPicture(pdf, page, (picture) => run('zbarimg', ['--quiet', '--raw', '--oneshot', '-S*.enable=0', '-Sqrcode.enable=1', picture], undefined, [0, NO_BARCODE]));
  return read.toString('utf8').replace(/\n$/, '');
}

export function scanDataMatrix(pdf: Buffer, page: number): string {
  return withPicture(pdf, page, (picture) => run('dmtxread', ['--stop-after=1', '--milliseconds=10000', picture])).toString('utf8');
}

/** What a reading program finds on a coarse picture of the page, as a phone held over it takes one: pieces of text, blanks left out. */
export function readPicture(pdf: Buffer, page: number, dpi: number): readonly string[] {
  const read = withFile('page.pgm', pictureOf(pdf, page, dpi), (file) => run('tesseract', [file, '-', '--psm', '11', '--dpi', String(dpi)]));
  return read.toString('utf8').split('\n').map((line) => line.replace(/\s/g, '')).filter(Boolean);
}

/** What qpdf has against the file; empty when nothing. */
export function faultsOf(pdf: Buffer): string {
  return withFile('checked.pdf', pdf, (file) => {
    const { status, stdout, stderr } = spawnSync('qpdf', ['--check', file]);
    return status === 0 ? '' : `${stdout.toString('utf8')}${stderr.toString('utf8')}`;
  });
}

/** Names of the fonts, and whether each travels in the file. */
export function fontsOf(pdf: Buffer): readonly { readonly name: string; readonly isEmbedded: boolean }[] {
  const table = withFile('fonts.pdf', pdf, (file) => run('pdffonts', [file]).toString('utf8'));
  const rows = table.trim().split('\n').slice(2);
  return rows.map((row) => ({ name: row.slice(0, 36).trim(), isEmbedded: / (yes|no) +(yes|no) +(yes|no) /.exec(row)?.[1] === 'yes' }));
}

/** Several scanners look at one print. */
const printsOf = once((): Map<number, Buffer> => new Map());

function withPicture<T>(pdf: Buffer, page: number, use: (picture: string) => T): T {
  const prints = printsOf(pdf);
  const print = prints.get(page) ?? pictureOf(pdf, page, 200);
  prints.set(page, print);
  return withFile('page.pgm', print, use);
}

/** A page in shades of grey, packed by nobody: packing takes longer than drawing. */
function pictureOf(pdf: Buffer, page: number, dpi: number): Buffer {
  return run('pdftoppm', ['-r', String(dpi), '-gray', '-f', String(page), '-l', String(page)], pdf);
}

export function withFile<T>(name: string, content: Buffer, use: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  try {
    writeFileSync(join(folder, name), content);
    return use(join(folder, name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(tool: PdfTool, options: readonly string[], input?: Buffer, expected: readonly number[] = [0]): Buffer {
  // Tesseract's threads would wait for each other on a busy machine.
  const env = { ...process.env, OMP_THREAD_LIMIT: '1' };
  const { status, stdout, stderr, error } = spawnSync(tool, options, { maxBuffer: 1 << 26, env, ...(input ? { input } : {}) });
  if (error || status === null || !expected.includes(status)) throw new Error(`${tool}: ${error?.message ?? stderr.toString('utf8')}`);
  return stdout;
}
