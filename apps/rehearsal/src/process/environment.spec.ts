// SPDX-License-Identifier: AGPL-3.0-or-later
import { readEnvironment, ServeEnvironment } from './environment';
import { sentenceOf } from './sentence-of';
import { StartRefusal } from './start-refusal';

describe('the configuration', () => {
  it('has a default for all but the data folder', () => {
    expect(readEnvironment(ServeEnvironment, { DATA_DIR: 'somewhere' })).toEqual({
      DATA_DIR: 'somewhere',
      PORT: 8481,
      CARD_SLOT: { kind: 'network' },
      CARD_PORT: 0,
      SECOND_CARD_PORT: 0,
      PRINTER_PORT: 0,
      AUTHORITY_PORT: 0,
      DESK_URL: 'http://localhost:8480/',
      PACE: 'real',
      LOG_LEVEL: 'info',
    });
  });

  it('takes a vpcd as the reader', () => {
    expect(readEnvironment(ServeEnvironment, { DATA_DIR: 'somewhere', CARD_SLOT: 'vpcd:127.0.0.1:35963' })).toMatchObject({
      CARD_SLOT: { kind: 'vpcd', host: '127.0.0.1', port: 35963 },
    });
    for (const wrong of ['vpcd', 'vpcd:127.0.0.1', 'vpcd:127.0.0.1:0', 'vpcd:127.0.0.1:65536', 'pcsc']) {
      expect(() => readEnvironment(ServeEnvironment, { DATA_DIR: 'somewhere', CARD_SLOT: wrong })).toThrow('Not started: check CARD_SLOT (it is neither network nor vpcd:HOST:PORT).');
    }
  });

  it('names what is wrong, never its value', () => {
    const wrong = { PORT: '99999', DESK_URL: 'javascript:alert(1)', PACE: 'hasty' };
    expect(() => readEnvironment(ServeEnvironment, wrong)).toThrow(/^Not started: check DATA_DIR, PORT, DESK_URL, PACE /);
    expect(() => readEnvironment(ServeEnvironment, wrong)).not.toThrow(/99999|javascript|hasty/);
  });
});

describe('the one sentence at the terminal', () => {
  it('tells a taken port, a missing permission and a refusal of ours', () => {
    expect(sentenceOf(Object.assign(new Error('listen'), { code: 'EADDRINUSE', port: 8481 }))).toBe('Not started: port 8481 is taken by another program.');
    expect(sentenceOf(Object.assign(new Error('open'), { code: 'EACCES', path: '/data' }))).toBe('Not started: no permission for /data.');
    expect(sentenceOf(new StartRefusal('Not now.'))).toBe('Not now.');
  });

  it('leaves a bug its stack', () => {
    expect(sentenceOf(new RangeError('a bug'))).toBeUndefined();
  });
});
