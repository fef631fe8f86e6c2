// SPDX-License-Identifier: AGPL-3.0-or-later
import { writtenDate } from '../../data/time/desk-time';
import { wording } from '../../ui/words/wording';
import type { Wording } from '../../ui/words/wording';
import type { CallInHand } from './call-in-hand';
import { itemsOf } from './script-items';
import type { ToldPlaces } from './told-places';

/** What is read aloud at this point: a revocation's effects, or the script's next words. */
export function sentencesNow({ revocation, draft, isRevoking, hasRequest, isAnotherWished }: CallInHand, places: ReturnType<ToldPlaces['words']>): readonly Wording[] {
  if (isRevoking() && (!hasRequest() || isAnotherWished()) && revocation.effects().length > 0) {
    const card = revocation.card();
    const opening = wording(`helpDesk.readBack.${card ? 'card' : 'noCard'}.${revocation.act()}`, { date: writtenDate(card?.expiresOn ?? '') });
    return [opening, ...revocation.effects().map((effect) => wording(`helpDesk.effects.${effect}`)), wording('helpDesk.readBack.confirm')];
  }
  const steps = draft.script()?.steps ?? [];
  return steps.filter((step) => !draft.isDone(step)).flatMap((step) => [wording(`helpDesk.steps.${step}.say`, places), ...itemsOf(step, draft.selfCheck)]);
}
