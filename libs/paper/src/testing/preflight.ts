// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Apache PDFBox's PDF/A-1b validator, and what it runs on; file → Debian package. */
const PARTS: Readonly<Record<string, string>> = {
  '/usr/bin/java': 'default-jre-headless',
  '/usr/share/java/preflight.jar': 'libpdfbox2-java',
  '/usr/share/java/pdfbox2.jar': 'libpdfbox2-java',
  '/usr/share/java/xmpbox.jar': 'libpdfbox2-java',
  '/usr/share/java/fontbox2.jar': 'libfontbox2-java',
  '/usr/share/java/commons-io.jar': 'libcommons-io-java',
  '/usr/share/java/commons-logging.jar': 'libcommons-logging-java',
  '/usr/share/java/javax.activation.jar': 'libactivation-java',
  '/usr/share/java/jaxb-api.jar': 'libjaxb-api-java',
};

/** A test that needs the validator: skipped with what to install where it is missing. */
export function itWithPreflight(title: string, test: () => Promise<void>): void {
  const missing = new Set(Object.entries(PARTS).flatMap(([file, name]) => (existsSync(file) ? [] : [name])));
  if (missing.size > 0) it.skip(`${title} (not run: install ${[...missing].join(', ')})`, test);
  else it(title, test);
}

/** What PDFBox has against each file, by its name; no entry: it is valid PDF/A-1b. One Java for all of them. */
export function preflight(files: ReadonlyMap<string, Buffer>): Readonly<Record<string, readonly string[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'preflight-'));
  try {
    for (const [name, content] of files) writeFileSync(join(folder, name), content);
    const list = join(folder, 'list');
    writeFileSync(list, [...files.keys()].map((name) => `${join(folder, name)}\n`).join(''));
    const classPath = Object.keys(PARTS).filter((part) => part.endsWith('.jar')).join(':');
    const { error, stderr } = spawnSync('java', ['-cp', classPath, 'org.apache.pdfbox.preflight.Validator_A1b', 'xml', 'group', list]);
    if (error || !existsSync(`${list}.preflight.xml`)) throw new Error(`PDFBox does not run: ${error?.message ?? stderr.toString('utf8')}`);
    return faultsIn(readFileSync(`${list}.preflight.xml`, 'utf8'), files.size);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function faultsIn(report: string, expected: number): Readonly<Record<string, readonly string[]>> {
  const judged = [...report.matchAll(/<preflight name="([^"]+)">(.*?)<\/preflight>/gs)];
  if (judged.length !== expected) throw new Error(`PDFBox judged ${judged.length} of ${expected} files`);
  return Object.fromEntries(
    judged.flatMap(([, name = '', verdict = '']) => {
      if (verdict.includes('<isValid type="PDF/A1-b">true</isValid>')) return [];
      return [[name, [...verdict.matchAll(/<details>(.*?)<\/details>/gs)].map(([, details = '']) => details)]];
    }),
  );
}
