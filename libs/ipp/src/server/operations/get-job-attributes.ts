// SPDX-License-Identifier: AGPL-3.0-or-later
import { jobAttributes } from './job-attributes';
import { jobTarget } from './job-target';
import { type OperationHandler, refusal } from './operation';
import { requestedOf } from './requested';

/** RFC 8011 §4.3.4. */
export const getJobAttributes: OperationHandler = (request) => {
  const job = jobTarget(request);
  if (job === 'missing') return refusal('client-error-bad-request');
  if (job === undefined) return refusal('client-error-not-found');
  const attributes = requestedOf(request.attributes, jobAttributes(request.queue, request.printerUri, job), ['all']);
  return { status: 'successful-ok', groups: [{ tag: 'job', attributes }] };
};
