// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Environment, StartRefused } from '../../config/environment';
import { readIssuerKeyFiles } from './issuer-key-files';
import { openHsmIssuerKeys } from './issuer-key-hsm';
import { type IssuerKeys, noIssuerKeys } from './issuer-keys';

export type IssuerKeysEnvironment = Environment<'ISSUER_KEYS_DIR' | 'ISSUER_KEYS_HSM_MODULE' | 'ISSUER_KEYS_HSM_TOKEN' | 'ISSUER_KEYS_HSM_PIN_FILE'>;

/**
 * The issuer's keys from the one place that the environment names, or none.
 *
 * @throws StartRefused when it names two places, half of one, or one that is not as it must be.
 */
export async function openIssuerKeys(environment: IssuerKeysEnvironment): Promise<IssuerKeys> {
  const { ISSUER_KEYS_DIR: folder, ISSUER_KEYS_HSM_MODULE: module, ISSUER_KEYS_HSM_TOKEN: token, ISSUER_KEYS_HSM_PIN_FILE: pinFile } = environment;
  const namesHsm = [module, token, pinFile].some((each) => each !== undefined);
  if (folder !== undefined && namesHsm) throw new StartRefused('ISSUER_KEYS_DIR and ISSUER_KEYS_HSM_… name two places for the issuer keys: keep them in one.');
  if (folder !== undefined) return readIssuerKeyFiles(folder);
  if (!namesHsm) return noIssuerKeys;
  if (module === undefined || token === undefined || pinFile === undefined) {
    throw new StartRefused('An HSM needs all of ISSUER_KEYS_HSM_MODULE, ISSUER_KEYS_HSM_TOKEN and ISSUER_KEYS_HSM_PIN_FILE.');
  }
  return openHsmIssuerKeys({ module, token, pinFile });
}
