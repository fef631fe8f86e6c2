// SPDX-License-Identifier: AGPL-3.0-or-later
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as ask, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describeWithOpenssl } from '../timestamps/openssl-authority';
import { Between } from './between';
import { OpensslServer } from './openssl-server';

const NUMBER = String.raw`R\d{2}-\d{6}-[A-Z]`;
/** Long enough for an authority on this computer to answer several times. */
const PATIENCE_SECONDS = 4;
const START_MS = 180_000;
const RUN_MS = 90_000;

type Stack = Awaited<ReturnType<typeof import('../../../tools/stack/stack.mjs').startStack>>;

/** The whole product and a real authority that does not do what is hoped of it: the demo says which end it came to, prints no line, and fails. */
describeWithOpenssl('`npm run demo -- --scenario revocation` that comes to a wrong end', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-demo-openssl-'));
  let stack: Stack | undefined;
  let [cmp, ocsp]: Between[] = [];
  let [neverAccepts, neverRevoked]: (OpensslServer | undefined)[] = [];
  let world: Server | undefined;

  beforeAll(async () => {
    const [{ openDataFolder }, { startStack }] = await Promise.all([import('../../../tools/stack/data-folder.mjs'), import('../../../tools/stack/stack.mjs')]);
    execFileSync(process.execPath, [join(__dirname, '../../../tools/build.mjs')], { env: { ...process.env, NODE_OPTIONS: '' }, stdio: 'ignore' });
    [cmp, ocsp] = await Promise.all([Between.start('', 'application/pkixcmp'), Between.start('', 'application/ocsp-response')]);
    const data = openDataFolder(folder);
    stack = await startStack({ data, api: { AUTHORITY_CMP_URL: cmp.url, OCSP_URL: ocsp.url } });
    const [authority, key, desk] = [join(data.rehearsal, 'trust-anchors/demo-ca.test.pem'), join(data.rehearsal, 'authority/demo-ca.key.pem'), join(data.rehearsal, 'authority/desk.pem')];
    writeFileSync(join(folder, 'index.txt'), '');
    [neverAccepts, neverRevoked] = await Promise.all([
      // OpenSSL's CMP server accepts the one certificate that it hands out, and no other.
      OpensslServer.start(folder, 'cmp', '-port', 'PORT', '-srv_cert', authority, '-srv_key', key, '-srv_trusted', desk, '-rsp_cert', authority),
      OpensslServer.start(folder, 'ocsp', '-port', 'PORT', '-index', 'index.txt', '-CA', authority, '-rsigner', authority, '-rkey', key, '-multi', '1', '-nmin', '10'),
    ]);
  }, START_MS);
  afterAll(async () => {
    world?.close();
    await stack?.stop();
    for (const each of [cmp, ocsp, neverAccepts, neverRevoked]) await each?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What the driver of the demo comes to, at this citizen's side of the counter. */
  const driven = async (citizensSide = stack?.rehearsalUrl as string): Promise<{ readonly code: number | null; readonly printed: string; readonly said: string }> => {
    const { deskUrl } = stack as Stack;
    const people = stack?.signIns as readonly { readonly role: string; readonly username: string; readonly password: string }[];
    const who = (role: string) => people.find((each) => each.role === role);
    const [operator, helpDesk] = [who('operator'), who('help-desk')];
    const options = ['--scenario', 'revocation', '--patience', String(PATIENCE_SECONDS), '--desk', deskUrl, '--rehearsal', citizensSide];
    const child = spawn(process.execPath, [join(__dirname, '../../../apps/rehearsal/dist/main.js'), 'demo', ...options], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_OPTIONS: '', DEMO_USERNAME: operator?.username, DEMO_PASSWORD: operator?.password, DEMO_HELP_DESK_USERNAME: helpDesk?.username, DEMO_HELP_DESK_PASSWORD: helpDesk?.password },
    });
    const [printed, said] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    return { code: child.exitCode, printed, said: said.trimEnd().split('\n').at(-1) ?? '' };
  };

  it('says that the CIP was not recognised', async () => {
    [cmp, ocsp].forEach((each, index) => (each as Between).target = `${(stack as Stack).authorityUrl}/${index === 0 ? 'cmp' : 'ocsp'}`);
    world = await withAnotherCip((stack as Stack).rehearsalUrl as string);
    expect(await driven(`http://localhost:${(world.address() as AddressInfo).port}/`)).toEqual({ code: 1, printed: '', said: 'The identification by CIP was refused: cip-mismatch.' });
  }, RUN_MS);

  it('says that the authority never accepted, and what it last answered', async () => {
    (cmp as Between).target = `http://127.0.0.1:${neverAccepts?.port ?? 0}/`;
    const { code, printed, said } = await driven();
    expect([code, printed]).toEqual([1, '']);
    expect(said).toMatch(new RegExp(`^Nothing more comes of it by itself\\. The request ${NUMBER} is awaiting-supervisor, and the authority's last answer is rejected\\.$`));
  }, RUN_MS);

  it('says that it was accepted, and never seen revoked', async () => {
    (cmp as Between).target = `${(stack as Stack).authorityUrl}/cmp`;
    (ocsp as Between).target = `http://127.0.0.1:${neverRevoked?.port ?? 0}/`;
    const { code, printed, said } = await driven();
    expect([code, printed]).toEqual([1, '']);
    expect(said).toMatch(new RegExp(`^Waited ${PATIENCE_SECONDS} seconds for the certificate to be seen revoked, in vain\\. The request ${NUMBER} is accepted, and the authority's last answer is accepted\\.$`));
  }, RUN_MS);
});

/** The citizen's side of the counter, but for an envelope that says another CIP. */
async function withAnotherCip(side: string): Promise<Server> {
  const server = createServer((question, response) => {
    const onward = new URL(question.url ?? '/', side);
    const asked = ask(onward, { method: question.method, headers: { ...question.headers, host: onward.host } }, (answer) => {
      if (!onward.pathname.endsWith('/open')) {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
        return;
      }
      void text(answer).then((body) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ...(JSON.parse(body) as object), cip: '0000000000' })));
    });
    question.pipe(asked);
    // Whoever listened to events goes away.
    response.on('close', () => asked.destroy());
    asked.on('error', () => response.destroy());
  }).listen(0, 'localhost');
  await once(server, 'listening');
  return server;
}
