// SPDX-License-Identifier: AGPL-3.0-or-later
export { createIppServer } from './create-ipp-server';
export type { IppQueue, IppQueueOptions, IppQueueSnapshot, IppServer, IppServerOptions, PrintedDocument, QueueCondition } from './server';
