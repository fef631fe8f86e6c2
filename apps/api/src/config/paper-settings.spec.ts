// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { helpDeskOfBody, readLogo } from './paper-settings';

const HOURS = { HELP_DESK_HOURS_IT: 'lunedì 9–13', HELP_DESK_HOURS_EN: 'Monday 9–13', HELP_DESK_HOURS_DE: 'Mo 9–13 Uhr' };
const NONE = { HELP_DESK_PHONE: undefined, HELP_DESK_HOURS_IT: undefined, HELP_DESK_HOURS_EN: undefined, HELP_DESK_HOURS_DE: undefined };
/** Twelve by four pixels, black and white; and two by two that are transparent. */
const LOGO = 'iVBORw0KGgoAAAANSUhEUgAAAAwAAAAEAQAAAACSXeMnAAAADUlEQVR4nGP48IEBhgAtDAeB6D0DgwAAAABJRU5ErkJggg==';
const TRANSPARENT = 'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAYAAABytg0kAAAAC0lEQVR4nGNgQAcAABIAAXfx+gAAAAAASUVORK5CYII=';

describe('the help desk on the papers', () => {
  it('is the region’s unless the body names its own, whole', () => {
    expect(helpDeskOfBody(NONE)).toBeNull();
    expect(helpDeskOfBody({ HELP_DESK_PHONE: '0585 000000', ...HOURS })).toEqual({ phone: '0585 000000', hours: { it: 'lunedì 9–13', en: 'Monday 9–13', de: 'Mo 9–13 Uhr' } });
    expect(() => helpDeskOfBody({ ...NONE, HELP_DESK_PHONE: '0585 000000' })).toThrow(/all four or not at all/);
    expect(() => helpDeskOfBody({ HELP_DESK_PHONE: undefined, ...HOURS })).toThrow(/all four or not at all/);
  });
});

describe('the body’s mark', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'logo-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const given = async (content: Buffer): Promise<string> => {
    await writeFile(join(folder, 'logo'), content);
    return readLogo(join(folder, 'logo'));
  };

  it('travels as it is', async () => {
    expect(await given(Buffer.from(LOGO, 'base64'))).toBe(LOGO);
  });

  it('is refused with what to do when paper cannot bear it', async () => {
    await expect(given(Buffer.from(TRANSPARENT, 'base64'))).rejects.toThrow(/transparency/);
    await expect(given(Buffer.from('<svg/>'))).rejects.toThrow(/neither PNG nor JPEG/);
    await expect(given(Buffer.alloc(40_000))).rejects.toThrow(/36 KiB/);
    await expect(readLogo(join(folder, 'nothing'))).rejects.toThrow(/cannot be read/);
  });
});
