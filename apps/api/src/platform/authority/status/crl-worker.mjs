// SPDX-License-Identifier: AGPL-3.0-or-later
import { parentPort, workerData } from 'node:worker_threads';
import { readCrl } from './read-crl.mjs';

const crl = readCrl(workerData);
const handedOver = /** @type {ArrayBuffer[]} */ ([crl.signed.buffer, crl.serials.buffer, crl.revokedAt.buffer, crl.reasons.buffer]);
parentPort?.postMessage(crl, handedOver);
