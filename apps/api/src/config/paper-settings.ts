// SPDX-License-Identifier: AGPL-3.0-or-later
import { pictureFacts } from '@sportello/paper';
import { readFile } from 'node:fs/promises';
import { StartRefused } from './environment';
import type { HelpDeskOfBody, ServeEnvironment } from './settings';

/** It travels with every paper that a station prints. */
const MOST_LOGO_BYTES = 36 * 1024;

type HelpDeskVariables = Pick<ServeEnvironment, 'HELP_DESK_PHONE' | 'HELP_DESK_HOURS_IT' | 'HELP_DESK_HOURS_EN' | 'HELP_DESK_HOURS_DE'>;

/**
 * The body's own help desk; null when nothing is said of one.
 *
 * @throws StartRefused when it is said in part: a paper would tell a number with another desk's hours.
 */
export function helpDeskOfBody({ HELP_DESK_PHONE: phone, HELP_DESK_HOURS_IT: it, HELP_DESK_HOURS_EN: en, HELP_DESK_HOURS_DE: de }: HelpDeskVariables): HelpDeskOfBody | null {
  if (phone !== undefined && it !== undefined && en !== undefined && de !== undefined) return { phone, hours: { it, en, de } };
  if ([phone, it, en, de].every((said) => said === undefined)) return null;
  throw new StartRefused('The configuration is not right: HELP_DESK_PHONE, HELP_DESK_HOURS_IT, HELP_DESK_HOURS_EN and HELP_DESK_HOURS_DE are set all four or not at all.');
}

/**
 * The body's mark, base64.
 *
 * @throws StartRefused when it is no picture that paper can bear (PDF/A-1b).
 */
export async function readLogo(file: string): Promise<string> {
  const content = await readFile(file).catch(() => undefined);
  if (content === undefined) throw new StartRefused('LOGO_FILE names a file that cannot be read.');
  if (content.length > MOST_LOGO_BYTES) throw new StartRefused(`LOGO_FILE names a file of more than ${MOST_LOGO_BYTES / 1024} KiB: make the picture smaller.`);
  const facts = pictureFacts(content);
  if (facts === undefined) throw new StartRefused('LOGO_FILE names a file that is neither PNG nor JPEG.');
  if (!facts.isFitForPaper) throw new StartRefused('LOGO_FILE names a picture with transparency or in four inks: save it without, as PNG or JPEG in RGB or grey.');
  return content.toString('base64');
}
