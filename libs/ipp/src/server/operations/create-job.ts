// SPDX-License-Identifier: AGPL-3.0-or-later
import { accepted, takeTicket } from './job-creation';
import type { OperationHandler } from './operation';

/** RFC 8011 §4.2.4: a job whose document follows by Send-Document. */
export const createJob: OperationHandler = (request) => {
  const taken = takeTicket(request);
  return 'status' in taken ? taken : accepted(taken.ignored, request.printerUri, request.queue.open(taken.ticket));
};
