// SPDX-License-Identifier: AGPL-3.0-or-later
import { readEnvironment } from '../config/settings';
import { openVaultFolder, type VaultFolder } from '../config/vault-folder';
import { VaultLog } from '../log/vault-log';

export interface CommandPorts {
  readonly folder: VaultFolder;
  readonly log: VaultLog;
  readonly now: Date;
  readonly say: (line: string) => void;
}

/** What every command of the vault's administrator works with. @throws StartRefused */
export async function withVault(work: (ports: CommandPorts) => Promise<void>): Promise<void> {
  const { VAULT_DIR } = readEnvironment(['VAULT_DIR'], process.env);
  const folder = await openVaultFolder(VAULT_DIR);
  const log = new VaultLog(folder, () => new Date());
  await work({ folder, log, now: new Date(), say: (line) => void process.stdout.write(`${line}\n`) });
}
