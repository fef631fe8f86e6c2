// SPDX-License-Identifier: AGPL-3.0-or-later
import { readTimeStamps } from './time-stamps';

const NOTHING = { TSA_URL: undefined, TSA_CERTIFICATE_FILE: undefined, TSA_POLICY: undefined, TSA_INTERVAL_HOURS: 24 };

describe('the configuration of time stamps', () => {
  it('may be left out', async () => {
    expect(await readTimeStamps(NOTHING)).toBeNull();
  });

  it.each([
    [{ TSA_URL: 'https://tsa.example' }, /need TSA_URL and TSA_CERTIFICATE_FILE/],
    [{ TSA_CERTIFICATE_FILE: '/nowhere' }, /need TSA_URL and TSA_CERTIFICATE_FILE/],
    [{ TSA_POLICY: '1.2.3' }, /no TSA_POLICY/],
    [{ TSA_URL: 'https://tsa.example', TSA_CERTIFICATE_FILE: '/nowhere' }, /TSA_CERTIFICATE_FILE names a file that cannot be read/],
    [{ TSA_URL: 'https://tsa.example', TSA_CERTIFICATE_FILE: __filename }, /TSA_CERTIFICATE_FILE names a file without a certificate/],
  ])('refuses to start with a part of it, or a file of no use: %j', async (said, why) => {
    await expect(readTimeStamps({ ...NOTHING, ...said })).rejects.toThrow(why);
  });
});
