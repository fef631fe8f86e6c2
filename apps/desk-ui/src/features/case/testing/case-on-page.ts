// SPDX-License-Identifier: AGPL-3.0-or-later
import { ApprovalsStore } from '../../../data/approvals/approvals-store';
import { TestBed } from '@angular/core/testing';
import type { CardInReader, CaseView, DeskView } from '@sportello/contracts';
import { CaseStore } from '../../../data/case/case-store';
import { DeskStore } from '../../../data/desk/desk-store';
import { SessionState } from '../../../data/session/session-state';
import { FakeApi } from '../../../testing/fake-api';
import { CASE_ID, desk, INSERTION_ID, session } from '../../../testing/fixtures';
import { numberUuids } from '../../../testing/numbered-uuids';
import { render } from '../../../testing/render';
import type { Screen } from '../../../testing/render';
import { CaseDrafts } from '../case-drafts';
import { CasePage } from '../case-page';

export const CASE = `/api/cases/${CASE_ID}`;

/** The case page with a case in hand and the desk around it. The desk's own clock says what day it is. */
export async function given(inHand: CaseView | null, inReader: CardInReader | null, api = new FakeApi(), around: Partial<DeskView> = {}) {
  numberUuids();
  api.on('GET /api/desk', { value: desk({ at: '2026-11-24T09:42:00Z', cardInReader: inReader, ...around }) });
  if (inHand) api.on('POST /api/cases', { value: inHand });
  const screen = await render(CasePage, {}, [api.provider, CaseDrafts, ApprovalsStore]);
  TestBed.inject(SessionState).begin(session());
  await TestBed.inject(DeskStore).refresh();
  if (inHand) await TestBed.inject(CaseStore).open(INSERTION_ID);
  await screen.stable();
  /** What the next hint brings. */
  const hint = async (next: CaseView | null, nextInReader: CardInReader | null, nextAround: Partial<DeskView> = around) => {
    api.on('GET /api/desk', { value: desk({ at: '2026-11-24T09:42:00Z', cardInReader: nextInReader, ...nextAround }) });
    if (next) api.on(`GET ${CASE}`, { value: next });
    await TestBed.inject(DeskStore).refresh();
    await screen.stable();
  };
  return { api, screen, hint };
}

export async function fillDocument(screen: Screen<CasePage>, expiry = '01/01/2031'): Promise<void> {
  await screen.type('Numero', 'ca12345ab');
  await screen.type('Data di rilascio', '14092020');
  await screen.type('Scadenza', expiry);
}
