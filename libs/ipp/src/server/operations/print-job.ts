// SPDX-License-Identifier: AGPL-3.0-or-later
import { documentFormat, refuseDocument, refuseFormat } from './document-check';
import { accepted, takeTicket } from './job-creation';
import type { OperationHandler } from './operation';

/** RFC 8011 §4.2.1. */
export const printJob: OperationHandler = (request) => {
  const refused = refuseFormat(request.attributes) ?? refuseDocument(request.document);
  if (refused !== undefined) return refused;
  const taken = takeTicket(request);
  if ('status' in taken) return taken;
  const job = request.queue.submit(request.queue.open(taken.ticket), documentFormat, request.document);
  return accepted(taken.ignored, request.printerUri, job);
};
