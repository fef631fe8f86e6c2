// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CoveredComponent } from './signature-base';

export type SignedRequestParts = {
  readonly method: string;
  /** The request target as sent: the absolute path and, behind a `?`, the query. */
  readonly path: string;
  readonly contentDigest: string;
  readonly sequence: string;
};

const originForm = /^\/[\x21\x22\x24-\x7e]*$/;

/**
 * What a request's signature covers, always all of it and in this order: method, path, query when there is one, body, and the station's sequence number. Nothing
 * when the path is not an absolute path in ASCII without a fragment, as it stands in an HTTP request line (RFC 9112 §3.2.1).
 */
export const requestComponents = ({ method, path, contentDigest, sequence }: SignedRequestParts): readonly CoveredComponent[] | undefined => {
  if (!originForm.test(path)) return undefined;
  const queryAt = path.indexOf('?');
  return [
    ['"@method"', method.toUpperCase()],
    ['"@path"', queryAt < 0 ? path : path.slice(0, queryAt)],
    ...(queryAt < 0 ? [] : [['"@query"', path.slice(queryAt)] as const]),
    ['"content-digest"', contentDigest],
    ['"station-sequence"', sequence],
  ];
};
