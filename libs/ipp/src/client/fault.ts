// SPDX-License-Identifier: AGPL-3.0-or-later
/** What can go wrong between the station and a printer: operational faults, returned and never thrown. */
export type IppFault =
  /** No connection, or it broke; `code` is the system's (`ECONNREFUSED`, `ENOTFOUND`, `ECONNRESET` …). */
  | { readonly kind: 'unreachable'; readonly code: string }
  | { readonly kind: 'timeout' }
  /** The printer showed another certificate than the pinned one, or, without a pin, one that no known authority vouches for. */
  | { readonly kind: 'certificate-mismatch' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'not-accepting' }
  | { readonly kind: 'unsupported-format' }
  | { readonly kind: 'aborted' }
  | { readonly kind: 'access-denied' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-possible' }
  /** The answer is no IPP, or one that fits no other kind; `detail` names the status or the flaw, never a document. */
  | { readonly kind: 'protocol'; readonly detail: string };

/**
 * Where the document is after a failed print. `not-sent`: no byte left. `refused`: the printer answered that it did not take the job. `maybe-taken`: bytes left and
 * no answer came; a sheet may come out, so nobody prints it again.
 */
export type DocumentWhereabouts = 'not-sent' | 'refused' | 'maybe-taken';

export type PrintFault = IppFault & { readonly document: DocumentWhereabouts };
