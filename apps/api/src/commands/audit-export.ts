// SPDX-License-Identifier: AGPL-3.0-or-later
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { StartRefused } from '../config/environment';
import { ExportLog } from '../features/audit/export-log';
import { LOG_NAMES, type LogName } from '../platform/audit/act-outcomes';
import { withDatabase } from './with-database';

const USAGE = 'Say "audit-export [--log acts|access] [--from BLOCK] [--openings] > FILE"; with --openings the file names people.';

/** Writes a log to the standard output, for the verifier. */
export async function auditExport(args: readonly string[]): Promise<void> {
  const { log, from, hasOpenings } = asked(args);
  await withDatabase(hasOpenings ? 'audit-export --openings' : 'audit-export', async (unitOfWork) => {
    const started = await new ExportLog(unitOfWork).begin({ actor: { kind: 'installation' }, requestId: null }, { log, from, hasOpenings });
    if (!started.ok) throw new StartRefused(`The log "${log}" has no sealed block from ${from} on.`);
    for await (const text of started.value.lines) {
      if (!process.stdout.write(text)) await once(process.stdout, 'drain');
    }
  });
}

function asked(args: readonly string[]): { readonly log: LogName; readonly from: number; readonly hasOpenings: boolean } {
  const { log = 'acts', from = '1', openings = false } = optionsOf(args);
  const name = LOG_NAMES.find((each) => each === log);
  const first = Number(from);
  if (!name || !Number.isSafeInteger(first) || first < 1) throw new StartRefused(USAGE);
  return { log: name, from: first, hasOpenings: openings };
}

function optionsOf(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { log: { type: 'string' }, from: { type: 'string' }, openings: { type: 'boolean' } } }).values;
  } catch {
    throw new StartRefused(USAGE);
  }
}
