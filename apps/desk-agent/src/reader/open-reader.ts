// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CardReader, openNetworkReader } from '@sportello/card-io';
import { loadPcscBinding, openPcscReader, type PcscBindingName } from '@sportello/card-io/pcsc';
import type { ReaderChoice } from '../config/addresses';

/** `remedy`: the sentence that says what to install. */
export type OpenedReader = { readonly kind: 'reader'; readonly reader: CardReader } | { readonly kind: 'not-built'; readonly remedy: string };

/** The configured reader. The native binding is loaded only where it is wanted. */
export function openReader(choice: ReaderChoice, binding: PcscBindingName): OpenedReader {
  if (choice.kind === 'network') return { kind: 'reader', reader: openNetworkReader({ host: choice.host, port: choice.port }) };
  const load = loadPcscBinding(binding);
  if (load.kind === 'not-built') return load;
  return { kind: 'reader', reader: openPcscReader({ binding: load.binding, ...(choice.name === null ? {} : { readerName: choice.name }) }) };
}
