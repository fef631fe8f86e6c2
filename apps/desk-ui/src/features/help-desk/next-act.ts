// SPDX-License-Identifier: AGPL-3.0-or-later
import { assertNever } from '@sportello/domain';
import type { CipMismatch } from '../../data/help-desk/cip-answer';
import { wording } from '../../ui/words/wording';
import type { Wording } from '../../ui/words/wording';
import type { ShapeName } from '../../ui/shape/shape';
import type { CallInHand } from './call-in-hand';
import type { RevocationGap } from './revocation-draft';
import { waitFor } from '../../ui/revocation/wait-for';

/** What Enter does, whether nothing is missing for it, and where the first missing thing is put right. */
export interface NextAct {
  readonly words: Wording;
  readonly isReady: boolean;
  readonly notes: readonly { readonly shape: ShapeName; readonly words: Wording }[];
  /** Id of the element; null: nothing is missing. */
  readonly fix: string | null;
}

const FIELD_OF_GAP: Readonly<Record<RevocationGap, string>> = {
  caller: 'call-caller',
  card: 'card-first',
  'open-request': 'card-first',
  'case-kind': 'call-kind',
  'not-askable': 'revocation-reason',
  reason: 'revocation-reason',
  happened: 'happened-day',
  'report-office': 'report-office',
  'report-day': 'report-day',
  declaration: 'spoken-declaration',
  'call-back': 'call-back',
  confirmation: 'effects-confirmed',
};

/** `now` is the server's, by which a told moment is past; `localNow` this computer's, by which it waits. */
export function nextAct(inHand: CallInHand, mismatch: CipMismatch | null, now: number, localNow: number): NextAct {
  const stage = inHand.stage();
  switch (stage) {
    case 'category':
      return { words: wording('helpDesk.actions.choose'), isReady: false, notes: [missing('helpDesk.gaps.category')], fix: 'call-category' };
    case 'identify':
      return identifyAct(inHand, waitFor(mismatch, localNow));
    case 'record':
      return recordAct(inHand, now);
    case 'close':
      return { words: wording('helpDesk.actions.close'), isReady: true, notes: closeNotes(inHand), fix: null };
    default:
      return assertNever(stage);
  }
}

function identifyAct({ cip }: CallInHand, wait: number): NextAct {
  const words = wording('helpDesk.actions.identify');
  const [gap] = cip.gaps();
  if (gap !== undefined) return { words, isReady: false, notes: cip.gaps().map((each) => missing(`helpDesk.gaps.${each}`)), fix: `caller-${gap === 'name' ? 'forename' : gap}` };
  if (wait > 0) return { words, isReady: false, notes: [{ shape: 'waiting', words: wording('helpDesk.caller.wait', { seconds: wait }) }], fix: 'caller-cip' };
  return { words, isReady: true, notes: [nothingMissing], fix: null };
}

function recordAct({ revocation, isUnverified }: CallInHand, now: number): NextAct {
  const gaps = revocation.gaps(now);
  const words = wording(`helpDesk.actions.${isUnverified() ? 'recordUnverified' : 'record'}.${revocation.act()}`);
  const [gap] = gaps;
  if (gap !== undefined) return { words, isReady: false, notes: gaps.map((each) => missing(`helpDesk.gaps.${each}`)), fix: FIELD_OF_GAP[gap] };
  return { words, isReady: true, notes: [nothingMissing], fix: null };
}

function closeNotes(inHand: CallInHand): NextAct['notes'] {
  return inHand.hasRequest() && !inHand.isNumberRepeated() ? [{ shape: 'attention', words: wording('helpDesk.gaps.repeat') }] : [];
}

const nothingMissing = { shape: 'done', words: wording('helpDesk.actions.nothingMissing') } as const;

function missing(key: string): { readonly shape: ShapeName; readonly words: Wording } {
  return { shape: 'attention', words: wording(key) };
}
