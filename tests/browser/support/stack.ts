// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  const [{ openDataFolder }, tools] = await Promise.all([import('../../../tools/stack/data-folder.mjs'), import('../../../tools/stack/stack.mjs')]);
  const folder = await mkdtemp(join(tmpdir(), 'sportello-browser-'));
  const data = openDataFolder(folder);
  const running = await tools.startStack({ data, traineesDeliver: 'with-tutor' });
  const station = new StationProcess(running, data);
  const signIns = running.signIns as readonly (SignIn & { readonly role: string; readonly isInTraining?: boolean })[];
  return {
    deskUrl: running.deskUrl,
    rehearsalUrl: running.rehearsalUrl as string,
    databaseUrl: running.databaseUrl,
    operator: signInOf(signIns, 'operator'),
    colleague: signInOf(signIns.toReversed(), 'operator'),
    supervisor: signInOf(signIns, 'supervisor'),
    administrator: signInOf(signIns, 'administrator'),
    secondAdministrator: signInOf(signIns.toReversed(), 'administrator'),
    trainee: signInOf(signIns.filter(({ isInTraining }) => isInTraining === true), 'operator'),
    station,
    approvalCodes: running.approvalCodes,
    stop: async () => {
      await station.release();
      await running.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function signInOf(signIns: readonly (SignIn & { readonly role: string })[], role: string): SignIn {
  const found = signIns.find((signIn) => signIn.role === role);
  if (!found) throw new Error(`the demo desk has no ${role}`);
  return found;
}
