// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestProvider } from '../../support/openid/test-provider';
import { PERSON_THERE, PROVIDER_PAGE } from './person-there';
import { StationProcess } from './station-process';

export interface SignIn {
  readonly username: string;
  readonly password: string;
}

/** The whole product and its outside world, on free ports and in a folder that goes away. */
export interface Stack {
  readonly deskUrl: string;
  readonly rehearsalUrl: string;
  readonly databaseUrl: string;
  readonly operator: SignIn;
  /** Another operator of the same desk. */
  readonly colleague: SignIn;
  readonly supervisor: SignIn;
  readonly secondSupervisor: SignIn;
  /** Who answers the telephone. */
  readonly helpDesk: SignIn;
  readonly administrator: SignIn;
  readonly secondAdministrator: SignIn;
  /** An operator of the same desk who is in training. */
  readonly trainee: SignIn;
  readonly station: StationProcess;
  /** What each types to approve towards the vault, by user name. */
  readonly approvalCodes: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export async function startStack(): Promise<Stack> {
  // Playwright reads these files as CommonJS, and the tools are ES modules.
  const [{ openDataFolder }, { freePort }, tools] = await Promise.all([import('../../../tools/stack/data-folder.mjs'), import('../../../tools/stack/ports.mjs'), import('../../../tools/stack/stack.mjs')]);
  const folder = await mkdtemp(join(tmpdir(), 'sportello-browser-'));
  const data = openDataFolder(folder);
  const ports = { desk: await freePort(), rehearsal: await freePort() };
  const provider = await startProvider(`http://localhost:${ports.desk}`);
  const secretFile = join(folder, 'provider-secret');
  await writeFile(secretFile, CLIENT.clientSecret, { mode: 0o600 });
  const api = { TRAINEES_DELIVER: 'with-tutor', OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: CLIENT.clientId, OIDC_CLIENT_SECRET_FILE: secretFile };
  const running = await tools.startStack({ data, ports, api });
  const station = new StationProcess(running, data);
  const signIns = running.signIns as readonly (SignIn & { readonly role: string; readonly isInTraining?: boolean })[];
  return {
    deskUrl: running.deskUrl,
    rehearsalUrl: running.rehearsalUrl as string,
    databaseUrl: running.databaseUrl,
    operator: signInOf(signIns, 'operator'),
    colleague: signInOf(signIns.toReversed(), 'operator'),
    supervisor: signInOf(signIns, 'supervisor'),
    secondSupervisor: signInOf(signIns.toReversed(), 'supervisor'),
    helpDesk: signInOf(signIns, 'help-desk'),
    administrator: signInOf(signIns, 'administrator'),
    secondAdministrator: signInOf(signIns.toReversed(), 'administrator'),
    trainee: signInOf(signIns.filter(({ isInTraining }) => isInTraining === true), 'operator'),
    station,
    approvalCodes: running.approvalCodes,
    stop: async () => {
      await station.release();
      await running.stop();
      await provider.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const CLIENT = { clientId: 'sportello', clientSecret: 'a client secret of the tests alone' };

function startProvider(deskUrl: string): Promise<TestProvider> {
  return TestProvider.start({ ...CLIENT, redirectUri: `${deskUrl}/api/single-sign-on/callback`, signedOutUri: `${deskUrl}/accesso`, people: PERSON_THERE, title: PROVIDER_PAGE });
}

function signInOf(signIns: readonly (SignIn & { readonly role: string })[], role: string): SignIn {
  const found = signIns.find((signIn) => signIn.role === role);
  if (!found) throw new Error(`the demo desk has no ${role}`);
  return found;
}
