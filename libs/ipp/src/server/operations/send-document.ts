// SPDX-License-Identifier: AGPL-3.0-or-later
import { booleanOf } from '../../codec/attributes';
import { documentFormat, refuseDocument, refuseFormat } from './document-check';
import { accepted } from './job-creation';
import { jobTarget } from './job-target';
import { type OperationHandler, refusal } from './operation';

/** RFC 8011 §4.3.1; this printer takes one document a job, which is therefore the last one. */
export const sendDocument: OperationHandler = (request) => {
  const job = jobTarget(request);
  const isLast = booleanOf(request.attributes, 'last-document');
  if (job === 'missing' || isLast === undefined) return refusal('client-error-bad-request');
  if (job === undefined) return refusal('client-error-not-found');
  if (job.state !== 'pending-held') return refusal('client-error-not-possible');
  if (!isLast) return refusal('server-error-multiple-document-jobs-not-supported');
  const refused = refuseFormat(request.attributes) ?? refuseDocument(request.document);
  return refused ?? accepted([], request.printerUri, request.queue.submit(job, documentFormat, request.document));
};
