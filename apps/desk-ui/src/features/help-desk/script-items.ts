// SPDX-License-Identifier: AGPL-3.0-or-later
import { CARD_SOFTWARE, CIE_BLOCK_DATA, REPLACEMENT_CHECKLIST, SPID_RECOGNITION_WAYS, SPID_REQUIREMENTS } from '@sportello/domain';
import type { ScriptStep } from '@sportello/domain';
import { wording } from '../../ui/words/wording';
import type { Wording } from '../../ui/words/wording';

/** Steps that are lists: each line is told. */
const ITEMS: Readonly<Partial<Record<ScriptStep, { readonly key: string; readonly items: readonly string[] }>>> = {
  'say-install-software': { key: 'cardSoftware', items: CARD_SOFTWARE },
  'say-spid-requirements': { key: 'spidRequirements', items: SPID_REQUIREMENTS },
  'say-spid-recognition-ways': { key: 'spidWays', items: SPID_RECOGNITION_WAYS },
  'say-cie-block-data': { key: 'cieBlockData', items: CIE_BLOCK_DATA },
  'say-replacement-checklist': { key: 'replacement', items: REPLACEMENT_CHECKLIST },
};

export function itemsOf(step: ScriptStep, selfCheck: string | null): readonly Wording[] {
  if (step === 'say-self-check-page' && selfCheck !== null) return [wording('helpDesk.selfCheckAt', { address: selfCheck })];
  const list = ITEMS[step];
  return list ? list.items.map((item) => wording(`helpDesk.${list.key}.${item}`)) : [];
}

/** All steps, or those that follow once a request is recorded. */
export function stepsToShow(steps: readonly ScriptStep[], isRecorded: boolean): readonly ScriptStep[] {
  return isRecorded ? steps.slice(steps.indexOf('read-effects-back') + 1) : steps;
}
