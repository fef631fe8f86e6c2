// SPDX-License-Identifier: AGPL-3.0-or-later
/** Sign-ins per second against bare bcrypt in the same run, and what the desk's other calls take while many sign in, against what they take when nobody does. */
import { compare, hash } from 'bcrypt';
import { report, rounded, time } from './measure.ts';
import { withStack } from './stack.ts';

/** The API's own cost, and as many at once as it lets run (`SlowHash`). */
const [COST, AT_ONCE] = [12, 2];
const SIGN_INS = 40;
/** More than run at once: some wait, as on a Monday morning. */
const PEOPLE = 8;
const CALLS = 400;

await withStack(async ({ deskUrl, signIns }) => {
  const [operator] = signIns.filter(({ role }) => role === 'operator');
  if (!operator) throw new Error('the demo has no operator');
  /** With the cookies that the browser got before: each person's own is known to the account. */
  const signIn = async (browser = ''): Promise<readonly string[]> => {
    const response = await fetch(new URL('/api/session', deskUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: browser },
      body: JSON.stringify({ username: operator.username, password: operator.password }),
    });
    if (response.status !== 200) throw new Error(`a sign-in was answered with ${response.status}`);
    await response.arrayBuffer();
    return response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  };

  const browsers: string[] = [];
  for (let person = 0; person < PEOPLE; person += 1) browsers.push((await signIn()).find((cookie) => cookie.startsWith('__Host-browser')) ?? '');
  const cookie = (await signIn())[0] ?? '';
  const hashed = await hash(operator.password, COST);
  const floor = await perSecond(Array<string>(AT_ONCE).fill(''), SIGN_INS, () => compare(operator.password, hashed));
  const reached = await perSecond(browsers, SIGN_INS, signIn);
  report('sign-in', { signIns: SIGN_INS, people: PEOPLE, perSecond: rounded(reached), bareBcryptPerSecond: rounded(floor), ratio: rounded(reached / floor) });

  const call = async (): Promise<void> => {
    const response = await fetch(new URL('/api/desk', deskUrl), { headers: { cookie } });
    if (response.status !== 200) throw new Error(`the desk was answered with ${response.status}`);
    await response.arrayBuffer();
  };
  const quiet = await time(call, CALLS);
  let isOver = false;
  const crowd = Promise.all(browsers.map((browser) => untilOver(() => signIn(browser), () => isOver)));
  const crowded = await time(call, CALLS).finally(() => (isOver = true));
  await crowd;
  report('sign-in-beside', { calls: CALLS, people: PEOPLE, p95: crowded.p95, p95Without: quiet.p95, median: crowded.median, medianWithout: quiet.median, ratio: rounded(crowded.p95 / quiet.p95) });
});

async function perSecond(browsers: readonly string[], count: number, work: (browser: string) => Promise<unknown>): Promise<number> {
  let begun = 0;
  const start = performance.now();
  await Promise.all(browsers.map((browser) => untilOver(() => work(browser), () => (begun += 1) > count)));
  return count / ((performance.now() - start) / 1000);
}

async function untilOver(work: () => Promise<unknown>, isOver: () => boolean): Promise<void> {
  while (!isOver()) await work();
}
