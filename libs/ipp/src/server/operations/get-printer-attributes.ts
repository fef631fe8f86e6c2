// SPDX-License-Identifier: AGPL-3.0-or-later
import { templateAttributes } from './job-template';
import type { OperationHandler } from './operation';
import { printerDescription } from './printer-description';
import { requestedOf } from './requested';

/** RFC 8011 §4.2.5. */
export const getPrinterAttributes: OperationHandler = (request) => {
  const available = { 'printer-description': printerDescription(request), 'job-template': templateAttributes };
  return { status: 'successful-ok', groups: [{ tag: 'printer', attributes: requestedOf(request.attributes, available, ['all']) }] };
};
