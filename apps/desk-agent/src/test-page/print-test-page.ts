// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Stationery } from '@sportello/domain';
import { CannotStart } from '../config/cannot-start';
import type { GivenSettings } from '../config/settings';
import { createLogger } from '../log/logger';
import { createDocumentPrinter, type PrintOutcome } from '../printer/document-printer';
import type { Clock } from '../time/clock';

export const TEST_PAGES = ['envelopes', 'forms'] as const;
export type TestPage = (typeof TEST_PAGES)[number];

/** Which printer is meant. @throws CannotStart */
export function readTestPage(about: string | null): TestPage {
  const page = TEST_PAGES.find((known) => known === about);
  if (!page) throw new CannotStart(`Which printer's test page? --test-page ${TEST_PAGES.join(', or --test-page ')}.`);
  return page;
}

export interface PrintTestPageOptions {
  readonly page: TestPage;
  readonly settings: Pick<GivenSettings, 'envelopePrinter' | 'formPrinter' | 'stationery' | 'logLevel'>;
  readonly clock: Clock;
  readonly say: (line: string) => void;
}

/**
 * Prints the page by which a printer is aligned. It carries no secret and takes no part in any case, so a station may be running meanwhile; whatever lies in the tray is used up.
 *
 * @returns whether the printer says that it is out.
 */
export async function printTestPage({ page, settings, clock, say }: PrintTestPageOptions): Promise<boolean> {
  const isEnvelope = page === 'envelopes';
  const printer = createDocumentPrinter({ printer: isEnvelope ? settings.envelopePrinter : settings.formPrinter, clock, log: createLogger({ level: settings.logLevel }) });
  const document = await render(page, settings.stationery, clock.now());
  const taken = await printer.print({
    document,
    jobName: 'pagina di prova',
    sides: isEnvelope ? 'two-sided-long-edge' : 'one-sided',
    onBeforeFirstByte: () => Promise.resolve(true),
  });
  const outcome: PrintOutcome = taken.kind === 'taken' ? await taken.follow() : taken;
  if (outcome.kind === 'printed') say(`The test page of the ${page} (${isEnvelope ? settings.stationery : 'plain paper'}) is out. Put it on a sheet, against the light: each frame must lie on its part of the sheet.`);
  else say(`The test page of the ${page} did not come out: ${outcome.condition}. Ask the self-test what to do: npm run station -- --check`);
  return outcome.kind === 'printed';
}

async function render(page: TestPage, stationery: Stationery, date: Date): Promise<Uint8Array> {
  const { renderEnvelopeTestPage, renderFormTestPage } = await import('@sportello/paper');
  return page === 'envelopes' ? renderEnvelopeTestPage({ language: 'it', stationery, date }) : renderFormTestPage({ language: 'it', date });
}
