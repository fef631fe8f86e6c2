// SPDX-License-Identifier: AGPL-3.0-or-later
export { listPcscReaders, loadPcscBinding, openPcscReader } from './pcsc-reader';
export type { PcscBinding, PcscBindingLoad, PcscReaderOptions } from './pcsc-reader';
