// SPDX-License-Identifier: AGPL-3.0-or-later
import { CHOOSABLE_DOCUMENT_TYPES } from '@sportello/domain';
import type { DocumentType } from '@sportello/domain';
import { wording } from '../words/wording';
import type { Wording } from '../words/wording';
import type { StandingRefusal } from './document-findings';

/** What the citizen hears of a document that will not do: of this sort, for this reason, and what to bring in its place. */
export function documentSentence(refusal: StandingRefusal, type: DocumentType): Wording {
  const isOwnSentence = refusal.kind === 'document-expired' || (refusal.kind === 'document-not-accepted' && CHOOSABLE_DOCUMENT_TYPES.includes(type));
  return wording(isOwnSentence ? `documentRefusals.${refusal.kind}.${type}` : `problems.${refusal.kind}.sentence`);
}
