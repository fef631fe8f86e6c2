// SPDX-License-Identifier: AGPL-3.0-or-later
import { CERTIFICATE_REVOCATION_REASONS, CIP_COMPANIONS, openNow, REVOCATION_TRANSITIONS, TELEPHONE_LINES } from '@sportello/domain';
import { IdentifyByCipRequest } from './identification';
import { OpeningView } from './opening';
import { PublicRevocationRequest, RecordRevocationRequest } from './revocation-request';
import { DecideRevocationRequest, ResolveRevocationRequest } from './revocation-view';

const NOTHING = { codiceFiscale: null, idCarta: null, surname: null, name: null, birthDate: null };
const ID = '01936d0e-0000-7000-8000-000000000001';

describe('an identification on the wire', () => {
  it('has room for every companion of a CIP', () => {
    const request = { revision: 1, cip: '1234567890', ...NOTHING };
    expect(IdentifyByCipRequest.safeParse(request).success).toBe(true);
    expect(IdentifyByCipRequest.safeParse({ ...request, cip: ' ' }).success).toBe(false);
    expect(CIP_COMPANIONS).toEqual(['codice-fiscale', 'id-carta', 'name-and-birth-date']);
  });
});

describe('a revocation on the wire', () => {
  const request = {
    act: 'revocation',
    reason: 'theft',
    asker: 'holder',
    caseKind: null,
    identified: { by: 'cip', callId: ID, identificationId: ID },
    idCarta: '6090000000000018',
    happenedAt: '2026-11-28T09:12:33+01:00',
    proof: { kind: 'report', office: 'Carabinieri Massa', reportedOn: '2026-11-28', number: null },
    confirmedEffects: ['final'],
    notes: null,
  };

  it('says how it is known who asks, and never carries the CIP itself', () => {
    expect(RecordRevocationRequest.safeParse(request).success).toBe(true);
    expect(RecordRevocationRequest.safeParse({ ...request, cip: '1234567890' }).success).toBe(false);
    expect(RecordRevocationRequest.safeParse({ ...request, identified: { by: 'cip', callId: ID, identificationId: ID, cip: '1234567890' } }).success).toBe(false);
    expect(RecordRevocationRequest.safeParse({ ...request, identified: { by: 'nothing', callId: ID, ...NOTHING, callBackAt: '333 1234567' } }).success).toBe(true);
  });

  it('from the public page is one message, with its CIP', () => {
    const { reason, caseKind, happenedAt, proof, confirmedEffects } = request;
    const open = { ...NOTHING, codiceFiscale: 'RSSMRA80A01D612Y', reason, caseKind, happenedAt, proof, confirmedEffects };
    expect(PublicRevocationRequest.safeParse({ ...open, cip: '1234567890' }).success).toBe(true);
    expect(PublicRevocationRequest.safeParse(open).success).toBe(false);
  });

  it('knows every reason of the desk', () => {
    for (const reason of CERTIFICATE_REVOCATION_REASONS) expect(RecordRevocationRequest.safeParse({ ...request, reason }).success).toBe(true);
  });

  const causesFrom = (from: string) => REVOCATION_TRANSITIONS.filter((row) => row.from === from).flatMap(({ causes = [] }) => causes);

  it('is rejected and resolved for the causes of the table, and for no others', () => {
    const [, reject] = DecideRevocationRequest.options;
    expect(new Set(reject.shape.cause.options)).toEqual(new Set(causesFrom('logged')));
    expect(new Set(ResolveRevocationRequest.shape.cause.options)).toEqual(new Set(causesFrom('awaiting-supervisor')));
  });
});

it('an opening crosses the wire as the rule tells it', () => {
  const calendar = { hours: TELEPHONE_LINES['help-desk'].hours, isClosedOnHolidays: true, patronDay: { month: 6, day: 24 }, closures: [] };
  for (const instant of ['2026-11-27T10:00:00Z', '2026-11-27T20:00:00Z', '2026-11-29T10:00:00Z', '2026-12-25T10:00:00Z', '2026-06-24T10:00:00Z']) {
    expect(OpeningView.safeParse(JSON.parse(JSON.stringify(openNow(calendar, new Date(instant))))).success).toBe(true);
  }
});
