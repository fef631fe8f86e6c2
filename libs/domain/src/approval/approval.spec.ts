// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ApprovalFacts, approvalText, bareApprovalCode } from './approval';

const facts: ApprovalFacts = { requestId: 'r', challenge: 'c', person: 'bini', caseId: 'k', intentId: 'i', controlNumber: '000419', toStationId: 's', toKey: 't' };

test('the text of an approval says every fact, each on its line', () => {
  expect(approvalText(facts)).toBe('sportello-approval-v1\nrequestId: r\nchallenge: c\nperson: bini\ncaseId: k\nintentId: i\ncontrolNumber: 000419\ntoStationId: s\ntoKey: t');
});

test.each(Object.keys(facts) as (keyof ApprovalFacts)[])('another %s has another text', (field) => {
  expect(approvalText({ ...facts, [field]: 'other' })).not.toBe(approvalText(facts));
});

test('an approval code may be typed as one likes', () => {
  expect(bareApprovalCode(' abcd-efgh 2345\tjkmn-pqrs ')).toBe('ABCDEFGH2345JKMNPQRS');
});
