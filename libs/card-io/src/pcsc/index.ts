// SPDX-License-Identifier: AGPL-3.0-or-later
export { loadPcscBinding, PCSC_BINDINGS } from './binding';
export type { PcscBinding, PcscBindingLoad, PcscBindingName } from './binding';
export { listPcscReaders } from './list-readers';
export type { PcscReaders } from './list-readers';
export { openPcscReader } from './pcsc-reader';
export type { PcscReaderOptions } from './pcsc-reader';
