// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { normalisedPassword } from '@sportello/domain';
import { StartRefused } from '../../config/environment';
import { SortedHashes } from './sorted-hashes';

/** Whether a password is known to have been published after a theft. Nothing leaves this computer for it. */
export abstract class BreachedPasswords {
  abstract has(password: string): Promise<boolean>;
}

/**
 * The list that comes along: those of the million most used passwords that are long enough to be chosen here at all, in small letters, as the first forty bits of
 * their SHA-1. Source: the ten million passwords that M. Burnett put into the public domain in 2015, in the order of SecLists (MIT licence),
 * `10-million-password-list-top-1000000.txt`; lines of twelve characters and more, normalised (NFC), without repetitions. No password can be read from it.
 */
const OWN_LIST = join(__dirname, 'breached-passwords.sha1');

/** @throws StartRefused when the installation names a list of its own that is none. */
export async function openBreachedPasswords(installationsFile: string | undefined): Promise<BreachedPasswords> {
  const own = await SortedHashes.open(OWN_LIST);
  if (!own) throw new Error('the list of published passwords does not come along');
  const lists = [own];
  if (installationsFile !== undefined) {
    const theirs = await SortedHashes.open(installationsFile);
    if (!theirs) throw new StartRefused('BREACHED_PASSWORDS_FILE names no file of SHA-1 hashes in ascending order, one a line.');
    lists.push(theirs);
  }
  return {
    async has(typed) {
      const password = normalisedPassword(typed);
      // Whoever tries what was published also tries it with other capitals.
      const hashes = [...new Set([password, password.toLowerCase()])].map((text) => createHash('sha1').update(text).digest('hex').toUpperCase());
      for (const list of lists) for (const hash of hashes) if (await list.has(hash)) return true;
      return false;
    },
  };
}
