// SPDX-License-Identifier: AGPL-3.0-or-later
/** Where the stack runs that `start-stack.ts` started, and who may sign in there. */
interface SignIn {
  readonly username: string;
  readonly password: string;
  readonly displayName: string;
  readonly role: string;
}

export const deskUrl = told('DESK_URL');
export const rehearsalUrl = told('REHEARSAL_URL');
export const databaseUrl = told('STORIES_DATABASE_URL');
/** Holds the process id of the station that runs now. */
export const stationPidFile = told('STATION_PID_FILE');

const signIns = JSON.parse(told('SIGN_INS')) as readonly SignIn[];

export const operator = signInOf('operator');
export const supervisor = signInOf('supervisor');

function signInOf(role: string): SignIn {
  const found = signIns.find((signIn) => signIn.role === role);
  if (!found) throw new Error(`the demo desk has no ${role}`);
  return found;
}

function told(variable: string): string {
  const value = process.env[variable];
  if (value === undefined) throw new Error(`${variable} is not set: these stories run under Playwright, whose set-up starts the stack`);
  return value;
}
