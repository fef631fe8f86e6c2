// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CardReader, openNetworkReader } from '@sportello/card-io';
import type { ReaderChoice } from '../config/addresses';

export type OpenedReader = { readonly kind: 'reader'; readonly reader: CardReader } | { readonly kind: 'not-built'; readonly remedy: string };

/** The configured reader. The native binding is loaded only where it is wanted. */
export async function openReader(choice: ReaderChoice): Promise<OpenedReader> {
  if (choice.kind === 'network') return { kind: 'reader', reader: openNetworkReader({ host: choice.host, port: choice.port }) };
  const { loadPcscBinding, openPcscReader } = await import('@sportello/card-io/pcsc');
  const load = loadPcscBinding();
  if (load.kind === 'not-built') return load;
  return { kind: 'reader', reader: openPcscReader({ binding: load.binding, ...(choice.name === null ? {} : { readerName: choice.name }) }) };
}
