// SPDX-License-Identifier: AGPL-3.0-or-later
/* eslint-disable @nx/enforce-module-boundaries -- the API’s adapters before a real authority: no package */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CmpAuthority } from '../../../apps/api/src/platform/authority/cmp/cmp-authority';
import { OcspStatus } from '../../../apps/api/src/platform/authority/status/ocsp-status';
import { RememberedStatus } from '../../../apps/api/src/platform/authority/status/remembered-status';
import { putOutRequests } from '../../../apps/api/src/testing/open-requests';
import { TestApi } from '../../../apps/api/src/testing/test-api';
import { describeWithOpenssl } from '../timestamps/openssl-authority';
import { RunningClock } from '../../proofs/revocation-load/running-clock';
import { Between } from './between';
import { idOf, OpensslCa } from './openssl-ca';
import { OpensslServer } from './openssl-server';

describeWithOpenssl('OpenSSL’s authority, from a request to a certificate that is seen revoked', () => {
  let folder = '';
  let ca: OpensslCa;
  let [cmp, ocsp]: (OpensslServer | undefined)[] = [];
  let between: Between;
  let api: TestApi;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sportello-revocation-'));
    ca = new OpensslCa(folder);
    ca.issue('card', 'card');
    ca.issue('authority', 'signer', 'rsa');
    ca.issue('sportello', 'signer');
    ca.issue('responder', 'ocsp');
    [cmp, ocsp] = await Promise.all([
      OpensslServer.start(folder, 'cmp', '-port', 'PORT', '-srv_cert', 'authority.pem', '-srv_key', 'authority.key', '-srv_trusted', 'ca.pem', '-rsp_cert', 'card.pem'),
      OpensslServer.start(folder, 'ocsp', '-port', 'PORT', '-index', 'index.txt', '-CA', 'ca.pem', '-rsigner', 'responder.pem', '-rkey', 'responder.key', '-multi', '1', '-nmin', '10'),
    ]);
    between = await Between.start(`http://127.0.0.1:${cmp.port}/`, 'application/pkixcmp');
    const now = (): Date => new Date();
    api = await TestApi.start({
      clock: new RunningClock(),
      revocationAuthority: new CmpAuthority({ url: between.url, signer: ca.credential('sportello'), authority: ca.certificateOf('authority'), now }),
      certificateStatus: new RememberedStatus([new OcspStatus({ url: `http://127.0.0.1:${ocsp.port}/`, issuer: ca.certificate, certIdHash: 'sha1', now })], { now }),
    });
  });
  afterAll(async () => {
    await api.close();
    await between.stop();
    await cmp?.stop();
    await ocsp?.stop();
    rmSync(folder, { recursive: true });
  });

  it('is asked again under the same transaction after an answer got lost, and its list is watched', async () => {
    const { issuer, serial } = idOf(ca.certificateOf('card'));
    // OpenSSL's CMP server keeps no list: what it accepts is revoked in the list of `openssl ca` by hand.
    between.next(async (question, ask) => (await ask(question)) && 'drop');
    const [id] = await putOutRequests(api.database, { issuer, serials: [serial], at: new Date() });
    const stateOf = async (): Promise<string | undefined> => (await api.database.query<{ state: string }>('select state from revocation_request where id = $1', [id]))[0]?.state;
    await api.until(async () => (await stateOf()) === 'accepted');
    ca.revoke('card');
    await api.until(async () => (await stateOf()) === 'confirmed');
    const moves = await api.database.query<{ to_state: string }>('select to_state from revocation_move where request_id = $1 order by at, id', [id]);
    expect(moves.map(({ to_state: to }) => to)).toEqual(['transmitted', 'silent', 'accepted', 'confirmed']);
    expect(between.questions).toHaveLength(2);
    const [times] = await api.database.query<{ is_in_order: boolean }>('select recorded_at <= transmitted_at and transmitted_at <= accepted_at and accepted_at <= visible_at as is_in_order from revocation_request where id = $1', [id]);
    expect(times).toEqual({ is_in_order: true });
  });
});
