// SPDX-License-Identifier: AGPL-3.0-or-later
import { LogVerifier, type Verdict, type VerifierOptions } from '@sportello/seal/verify';
import { ExportLog } from '../features/audit/export-log';
import type { LogName } from '../platform/audit/act-outcomes';
import { Sealer } from '../platform/audit/sealer';
import type { TestApi } from './test-api';

/** Seals what waits, once whoever else is at it has ended. */
export async function seal(api: TestApi): Promise<void> {
  await api.until(() => api.app.get(Sealer).run());
}

/** The log as an administrator of the server exports it. */
export async function exported(api: TestApi, { log = 'acts', from = 1, hasOpenings = true }: { readonly log?: LogName; readonly from?: number; readonly hasOpenings?: boolean } = {}): Promise<string> {
  const started = await api.app.get(ExportLog).begin({ actor: { kind: 'installation' }, requestId: null }, { log, from, hasOpenings });
  if (!started.ok) throw new Error('nothing is sealed');
  let text = '';
  for await (const lines of started.value.lines) text += lines;
  return text;
}

/** What the offline verifier says of an export. */
export function verdictOn(text: string, options: VerifierOptions = {}): Verdict {
  const verifier = new LogVerifier(options);
  const lines = text.split('\n');
  const isCut = lines.pop() !== '';
  for (const line of lines) verifier.read(Buffer.from(line));
  return verifier.end(isCut);
}
