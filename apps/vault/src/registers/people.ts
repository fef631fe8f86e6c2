// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash, createHmac } from 'node:crypto';
import { APPROVAL_CODE, type ApprovalDocument, approvalText, bareApprovalCode, PersonName } from '@sportello/contracts';
import { equalInConstantTime } from '@sportello/seal';
import * as z from 'zod';
import type { VaultFolder } from '../config/vault-folder';
import { withLock } from '../files/lock';
import { readJson, writeWhole } from '../files/whole-file';

const RegisteredPerson = z.strictObject({ person: PersonName, /** SHA-256 of the approval code, base64url: the key of their MACs. */ key: z.string().length(43), since: z.iso.datetime() });
type RegisteredPerson = z.infer<typeof RegisteredPerson>;

/** A new approval code, in groups of four. @param bytes random ones, as many as asked for. */
export function drawApprovalCode(bytes: (length: number) => Uint8Array): string {
  const { length, alphabet } = APPROVAL_CODE;
  const characters: string[] = [];
  while (characters.length < length) {
    for (const byte of bytes(length)) {
      // Bytes beyond the last whole multiple of the alphabet would make its first characters likelier.
      if (byte < 256 - (256 % alphabet.length) && characters.length < length) characters.push(alphabet.charAt(byte % alphabet.length));
    }
  }
  return (characters.join('').match(/.{4}/g) ?? []).join('-');
}

/** The people whose approval counts, each with a key that only they and the vault have. */
export class PeopleRegister {
  constructor(private readonly folder: Pick<VaultFolder, 'people' | 'lock'>) {}

  async all(): Promise<readonly RegisteredPerson[]> {
    return (await readJson(this.folder.people, z.array(RegisteredPerson))) ?? [];
  }

  /** Whether the named person approved this very document. Somebody who is not registered and a wrong MAC take the same time. */
  async hasApproved(document: ApprovalDocument, mac: string): Promise<boolean> {
    const found = (await this.all()).find(({ person }) => person === document.person);
    const key = Buffer.from(found?.key ?? NOBODYS_KEY, 'base64url');
    const expected = createHmac('sha256', key).update(approvalText(document), 'utf8').digest();
    const isRight = equalInConstantTime(expected, Buffer.from(mac, 'base64url'));
    return isRight && found !== undefined;
  }

  /** The code is given out here, once; who had one before has this one from now on. */
  register(person: string, code: string, now: Date): Promise<void> {
    const key = createHash('sha256').update(bareApprovalCode(code), 'utf8').digest('base64url');
    return this.write((people) => [...people.filter((other) => other.person !== person), { person, key, since: now.toISOString() }]);
  }

  async has(person: string): Promise<boolean> {
    return (await this.all()).some((other) => other.person === person);
  }

  remove(person: string): Promise<void> {
    return this.write((people) => people.filter((other) => other.person !== person));
  }

  private write(next: (people: readonly RegisteredPerson[]) => readonly RegisteredPerson[]): Promise<void> {
    return withLock(this.folder.lock, async () => writeWhole(this.folder.people, `${JSON.stringify(next(await this.all()), null, 2)}\n`));
  }
}

const NOBODYS_KEY = 'A'.repeat(43);
