// SPDX-License-Identifier: AGPL-3.0-or-later
/** The process that looks at the PC/SC readers and connects to no card: native code that hangs, or falls, takes nothing else with it. */
import { listPcscReaders, loadPcscBinding, openPcscReader, type PcscBinding } from '@sportello/card-io/pcsc';
import { ScoutOrder, type ScoutReport } from './messages';

const tell = (report: ScoutReport): void => void process.send?.(report);

process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.on('SIGINT', () => undefined);
process.once('message', (received) => void look(ScoutOrder.parse(received)));

async function look({ binding: name, isToWatch }: ScoutOrder): Promise<void> {
  const load = loadPcscBinding(name);
  if (load.kind === 'not-built') {
    tell({ type: 'not-built', reason: load.reason, remedy: load.remedy });
    return;
  }
  const seen = await listPcscReaders(load.binding);
  if (seen.kind === 'readers') tell({ type: 'readers', names: [...seen.names] });
  // PC/SC on Windows and older ones elsewhere have an error for "none".
  else tell(seen.kind === 'no-reader' ? { type: 'readers', names: [] } : { type: 'no-service' });
  if (isToWatch && seen.kind === 'readers') await Promise.all(seen.names.map((reader) => watch(load.binding, reader)));
}

async function watch(binding: PcscBinding, reader: string): Promise<void> {
  for await (const event of openPcscReader({ binding, readerName: reader }).events()) {
    tell({ type: 'slot', reader, hasCard: event.kind === 'unavailable' ? null : event.kind === 'inserted' || event.kind === 'unresponsive' });
  }
}
