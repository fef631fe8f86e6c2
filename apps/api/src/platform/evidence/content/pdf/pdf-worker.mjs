// SPDX-License-Identifier: AGPL-3.0-or-later
/** The worker that opens one PDF: MuPDF in WebAssembly, which sees neither files nor network, in a thread that ends with its document. */
import { parentPort, workerData } from 'node:worker_threads';
import { limitMemory } from './limit-memory.mjs';

limitMemory(workerData.memoryBytes);
// Loaded under the limit, and here alone: it waits at its top level, which CommonJS cannot.
const { renderPage, takePdf } = await import('./take-pdf.mjs');
parentPort?.postMessage(workerData.task === 'take' ? takePdf(workerData.bytes, workerData) : renderPage(workerData.bytes, workerData));
