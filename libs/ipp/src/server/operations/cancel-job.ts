// SPDX-License-Identifier: AGPL-3.0-or-later
import { isOver } from '../queue/queue-job';
import { jobTarget } from './job-target';
import { type OperationHandler, refusal } from './operation';

/** RFC 8011 §4.3.3. */
export const cancelJob: OperationHandler = (request) => {
  const job = jobTarget(request);
  if (job === 'missing') return refusal('client-error-bad-request');
  if (job === undefined) return refusal('client-error-not-found');
  if (isOver(job)) return refusal('client-error-not-possible');
  request.queue.cancel(job);
  return { status: 'successful-ok', groups: [] };
};
