// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Refusal } from '../../../platform/problems/refusal';
import type { NoAnswer } from '../../../platform/vault/vault';

/** The vault's word in the words of a page. */
export function refusalOfVault(answer: NoAnswer): Refusal {
  if (answer.kind === 'unreachable') return { kind: 'vault-unreachable', details: { because: answer.because } };
  switch (answer.because) {
    case 'same-person':
    case 'approval-refused':
    case 'station-not-certified':
      return { kind: answer.because };
    case 'request-unknown':
      return { kind: 'approval-expired' };
    case 'too-many-requests':
      return { kind: 'vault-limit-reached' };
    // It does not listen to this API: another key, other clocks, another version. Nothing is wrong with the codes.
    case 'invalid-request':
    case 'caller-unknown':
    case 'replayed':
      return { kind: 'vault-unreachable', details: { because: answer.because } };
    case 'blob-not-signed':
    case 'blob-altered':
    case 'key-unknown':
      return { kind: 'vault-refused', details: { because: answer.because } };
  }
}
