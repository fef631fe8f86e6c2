// SPDX-License-Identifier: AGPL-3.0-or-later
export type { IppQueue, IppQueueOptions, IppQueueSnapshot, IppServer, IppServerOptions, PrintedDocument, QueueCondition } from './server';
