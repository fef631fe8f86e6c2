// SPDX-License-Identifier: AGPL-3.0-or-later
import { refuseFormat } from './document-check';
import { accepted, takeTicket } from './job-creation';
import type { OperationHandler } from './operation';

/** RFC 8011 §4.2.3: all the checks of Print-Job, and no job. */
export const validateJob: OperationHandler = (request) => {
  const refused = refuseFormat(request.attributes);
  if (refused !== undefined) return refused;
  const taken = takeTicket(request);
  return 'status' in taken ? taken : accepted(taken.ignored, request.printerUri);
};
