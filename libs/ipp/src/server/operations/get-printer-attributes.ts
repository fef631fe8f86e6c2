// SPDX-License-Identifier: AGPL-3.0-or-later
import { stringsOf } from '../../codec/attributes';
import { mediaDatabase, templateAttributes } from './job-template';
import type { OperationHandler } from './operation';
import { printerDescription } from './printer-description';
import { requestedOf } from './requested';

/** RFC 8011 §4.2.5; the media database only when it is asked for by its name (PWG 5100.11 §5.2.1). */
export const getPrinterAttributes: OperationHandler = (request) => {
  const available = { 'printer-description': printerDescription(request), 'job-template': templateAttributes };
  const database = stringsOf(request.attributes, 'requested-attributes').includes(mediaDatabase.name) ? [mediaDatabase] : [];
  return { status: 'successful-ok', groups: [{ tag: 'printer', attributes: [...requestedOf(request.attributes, available, ['all']), ...database] }] };
};
