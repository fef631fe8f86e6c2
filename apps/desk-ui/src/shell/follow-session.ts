// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DialogRef } from '@angular/cdk/dialog';
import { computed, DestroyRef, DOCUMENT, effect, inject, untracked } from '@angular/core';
import { DeskStore } from '../data/desk/desk-store';
import { IdleWatch } from '../data/session/idle-watch';
import { SessionState } from '../data/session/session-state';
import { SessionWatch } from '../data/session/session-watch';
import { Layers } from '../ui/layer/layers';
import { LockLayer } from './lock-layer/lock-layer';
import { SessionLayer } from './session-layer/session-layer';

/** The hints stop with the session, and the same page goes on when the same operator is back; while it is locked it is covered, too. Call it where things are injected. */
export function followSession(): void {
  const [state, desk, watch, idle, layers, body] = [inject(SessionState), inject(DeskStore), inject(SessionWatch), inject(IdleWatch), inject(Layers), inject(DOCUMENT).body];
  let over: DialogRef | null = null;

  const goOn = (): void => {
    idle.start(state.session()?.idleLockMinutes ?? 0);
    if (state.may('desk.read')) desk.start();
    else watch.start();
  };
  const stand = (standing: string): void => {
    idle.stop();
    over?.close();
    over = null;
    if (standing === 'active' || standing === 'enrolling') goOn();
    if (standing !== 'expired' && standing !== 'locked') return;
    desk.stop();
    const options = { isPersistent: true, isCover: state.isCovered() };
    over = standing === 'locked' ? layers.open(LockLayer, { labelledBy: 'lock-title', ...options }) : layers.open(SessionLayer, { labelledBy: 'session-title', ...options });
  };

  // Its kind alone: a session that is renewed in place opens no second stream. With the second factor that it waited for it begins anew.
  const standing = computed(() => {
    const status = state.status();
    return status.kind === 'active' && status.session.mayOnlyEnrol ? 'enrolling' : status.kind;
  });
  effect(() => {
    const now = standing();
    untracked(() => stand(now));
  });
  effect(() => void body.classList.toggle('is-covered', state.isCovered()));
  inject(DestroyRef).onDestroy(() => {
    desk.stop();
    idle.stop();
    body.classList.remove('is-covered');
  });
}
