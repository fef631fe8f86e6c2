// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CoveredComponent } from './signature-base';

const originForm = /^\/[\x21\x22\x24-\x7e]*$/;
const sequenceForm = /^(0|[1-9][0-9]{0,14})$/;

/**
 * What a request's signature covers, always all of it and in this order: method, path, query when there is one, body, and the station's sequence number.
 * Nothing when the path is not an absolute one in ASCII without a fragment, as it stands in the request line (RFC 9112 §3.2.1), or the sequence no natural number.
 */
export const requestComponents = ({ method, path, contentDigest, sequence }: {
  readonly method: string;
  readonly path: string;
  readonly contentDigest: string;
  readonly sequence: string;
}): readonly CoveredComponent[] | undefined => {
  if (!originForm.test(path) || !sequenceForm.test(sequence)) return undefined;
  const queryAt = path.indexOf('?');
  return [
    ['"@method"', method.toUpperCase()],
    ['"@path"', queryAt < 0 ? path : path.slice(0, queryAt)],
    ...(queryAt < 0 ? [] : [['"@query"', path.slice(queryAt)] as const]),
    ['"content-digest"', contentDigest],
    ['"station-sequence"', sequence],
  ];
};
