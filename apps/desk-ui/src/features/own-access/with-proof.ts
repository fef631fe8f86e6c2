// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { OwnAccessStore } from '../../data/session/own-access-store';
import { Layers } from '../../ui/layer/layers';
import { ProveLayer } from './prove-layer';

export type WithProof = <Value>(change: () => Promise<Value>) => Promise<Value>;

/** Makes a change; when the API wants to know first that it is still the same person, asks them, and makes it then. */
export function withProof(): WithProof {
  const [store, layers] = [inject(OwnAccessStore), inject(Layers)];
  return async (change) => {
    const first = await change();
    const trouble = store.trouble();
    if (trouble?.kind !== 'refused' || trouble.problem.code !== 'proof-needed') return first;
    store.dismissTrouble();
    const isProved = await firstValueFrom(layers.open<boolean>(ProveLayer, { labelledBy: 'prove-title' }).closed);
    return isProved === true ? change() : first;
  };
}
