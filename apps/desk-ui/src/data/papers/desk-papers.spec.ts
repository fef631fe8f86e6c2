// SPDX-License-Identifier: AGPL-3.0-or-later
import { TestBed } from '@angular/core/testing';
import { FakeApi } from '../../testing/fake-api';
import { problem, session } from '../../testing/fixtures';
import { numberUuids } from '../../testing/numbered-uuids';
import { SessionState } from '../session/session-state';
import { DeskPapers } from './desk-papers';

function given(api: FakeApi): DeskPapers {
  numberUuids();
  TestBed.configureTestingModule({ providers: [api.provider] });
  TestBed.inject(SessionState).begin(session({ permissions: ['paper.print'] }));
  return TestBed.inject(DeskPapers);
}

const SLIP = { kind: 'health-delegate', purpose: 'duplicate', language: 'de' } as const;

afterEach(() => TestBed.resetTestingModule());

describe('the slip of what to bring', () => {
  test('is ordered for who comes, in the language asked for, and says so until another is looked at', async () => {
    const api = new FakeApi().on('POST /api/papers', { value: { id: '1', paper: 'what-to-bring', state: 'pending' } });
    const papers = given(api);
    expect(papers.canPrint()).toBe(true);
    await papers.printWhatToBring(SLIP);
    expect(api.to('POST /api/papers').map(({ body }) => body)).toEqual([{ paper: 'what-to-bring', language: 'de', kind: 'health-delegate', purpose: 'duplicate' }]);
    expect(papers.outcome()).toBe('ordered');
    papers.lookAtAnother();
    expect(papers.outcome()).toBeNull();
  });

  test('that the printer does not take is told, and may be asked for again', async () => {
    const papers = given(new FakeApi().on('POST /api/papers', { problem: problem('printer-unavailable') }));
    await papers.printWhatToBring(SLIP);
    expect(papers.outcome()).toBe('failed');
  });
});
