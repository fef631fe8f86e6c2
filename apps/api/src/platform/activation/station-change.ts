// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseView, SealedBlobMessage } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import type { CaseRow } from '../database/rows/case-row';
import type { IntentRow } from '../database/rows/intent-row';
import type { Refusal } from '../problems/refusal';
import { type CardAtStation, type Situation, holderOf, isObstacle, whereIs } from './situation';
import type { AskedChange } from './station-change.repository';

/** The codes of a case, where they are to go, and that they can. */
export interface ChangeableCase {
  readonly intent: IntentRow;
  readonly vaultBlob: SealedBlobMessage;
  readonly vaultSignature: string;
  readonly place: CardAtStation;
}

/**
 * Whether the codes of a case can be sealed to the station that has its card now: they lie at one that is gone, the vault has them too, and the card is here. While
 * the other station is connected the card is simply brought there.
 */
export function changeableCase({ state, idCarta }: CaseRow, intent: IntentRow | undefined, situation: Situation): Outcome<ChangeableCase, Refusal> {
  if (state !== 'printed' && state !== 'interrupted') return refuse({ kind: 'forbidden-transition', from: state, to: 'writing', allowed: [] });
  if (!intent) return refuse({ kind: 'intent-voided' });
  if (!intent.stationBlob || !intent.vaultBlob) return refuse({ kind: 'codes-aged-out' });
  const { stationBlob, vaultBlob, vaultSignature } = intent;
  // Recorded by a version whose stations signed nothing for the vault.
  if (vaultSignature === null) return refuse({ kind: 'vault-refused', details: { because: 'blob-not-signed' } });
  const place = whereIs(idCarta, situation);
  if (isObstacle(place)) return refuse(place);
  const holder = holderOf(stationBlob, situation);
  if (holder?.id === place.station.id) return refuse({ kind: 'forbidden-transition', from: state, to: 'writing', allowed: [] });
  if (holder?.isOnline) return refuse({ kind: 'supervisor-needed', details: { because: 'codes-at-another-station', station: holder.name } });
  return accept({ intent, vaultBlob, vaultSignature, place });
}

/** How a case stands with a change of station, for whoever looks. */
export type ChangeStanding = 'impossible' | 'possible' | 'asked-by-oneself' | 'asked-by-another';

export function changeStanding(changeable: Outcome<ChangeableCase, Refusal>, asked: AskedChange | undefined, operatorId: string): ChangeStanding {
  if (!changeable.ok) return 'impossible';
  if (!asked || asked.row.toKey !== changeable.value.place.station.sealingKeyId || asked.row.intentId !== changeable.value.intent.id) return 'possible';
  return asked.row.openedBy === operatorId ? 'asked-by-oneself' : 'asked-by-another';
}

export function stationChangeView(asked: AskedChange, operatorId: string): NonNullable<CaseView['stationChange']> {
  const { row, askedBy, station } = asked;
  return {
    askedBy,
    askedAt: (row.askedAt ?? row.openedAt).toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    reason: row.reason ?? '',
    station,
    isOwn: row.openedBy === operatorId,
  };
}
