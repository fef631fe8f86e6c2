// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes } from 'node:crypto';
import { PersonName } from '@sportello/contracts';
import { StartRefused } from '../config/start-refused';
import { drawApprovalCode, PeopleRegister } from '../registers/people';
import { withVault } from './with-vault';

/** Registers somebody, and prints their approval code: this once, for them alone. The code before it, if there was one, is worth nothing any more. */
export const registerPerson = ([name]: readonly string[]): Promise<void> =>
  withVault(async ({ folder, log, now, say }) => {
    const person = PersonName.safeParse(name);
    if (!person.success) throw new StartRefused('Whom? Say "register-person USERNAME", the name under which they sign in at the desk.');
    const code = drawApprovalCode((length) => randomBytes(length));
    await log.append('person-registered', { person: person.data });
    await new PeopleRegister(folder).register(person.data, code, now);
    say(code);
  });

export const removePerson = ([name = '']: readonly string[]): Promise<void> =>
  withVault(async ({ folder, log, say }) => {
    const people = new PeopleRegister(folder);
    if (!(await people.has(name))) throw new StartRefused('Nobody of this name is registered: "list" shows who is.');
    await log.append('person-removed', { person: name });
    await people.remove(name);
    say(`${name} approves nothing any more.`);
  });
