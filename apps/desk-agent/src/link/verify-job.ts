// SPDX-License-Identifier: AGPL-3.0-or-later
import { SIGNATURE_PURPOSES, SignedJob, type StationJob } from '@sportello/contracts';
import { verifyDocument } from '@sportello/seal';
import type { PinnedStation } from './pinned-station';

export type JobRefusal = { readonly kind: 'not-understood' } | { readonly kind: 'not-signed-by-the-api' } | { readonly kind: 'of-another-station' };

/** The job inside a stream's event, when the API signed it with the pinned key and it is this station's. */
export function verifyJob(data: string, { stationId, apiSigningKey }: Pick<PinnedStation, 'stationId' | 'apiSigningKey'>): { readonly kind: 'job'; readonly job: StationJob } | JobRefusal {
  const signed = parse(data);
  if (signed === undefined) return { kind: 'not-understood' };
  const { job, signature } = signed;
  const isSigned = verifyDocument(job, signature, { purpose: SIGNATURE_PURPOSES.job, publicKey: apiSigningKey });
  if (!isSigned) return { kind: 'not-signed-by-the-api' };
  return job.stationId === stationId ? { kind: 'job', job } : { kind: 'of-another-station' };
}

function parse(data: string): SignedJob | undefined {
  try {
    return SignedJob.safeParse(JSON.parse(data)).data;
  } catch {
    // Not JSON: a job that is not understood, like one of another shape.
    return undefined;
  }
}
