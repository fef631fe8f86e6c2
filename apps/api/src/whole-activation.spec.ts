// SPDX-License-Identifier: AGPL-3.0-or-later
import { CardSession, SecretBytes, proofStatement, proveActivation, writeTransportCodes } from '@sportello/card-io';
import { connectDirectly, createVirtualCard, freshCodes } from '@sportello/card-io/simulator';
import type { WriteCardJob } from '@sportello/contracts';
import { createHash } from 'node:crypto';
import { BCRYPT_COST } from './platform/passwords/slow-hash';
import type { OperatorClient } from './testing/operator-client';
import type { StationClient } from './testing/station-client';
import { TestApi } from './testing/test-api';
import type { TestCard } from './testing/test-cards';

/** Writes the job's codes on a simulated chip and lets it prove that, as a station does. */
async function writeOn(card: TestCard, station: StationClient, job: WriteCardJob): Promise<{ readonly signature: string; readonly pin: string; readonly puk: string }> {
  const contents = { idCarta: card.idCarta, personalData: card.personalData, ...card.issued };
  const chip = createVirtualCard({ contents, state: freshCodes(card.transportCodes) });
  const session = new CardSession(connectDirectly(chip));
  const { codes, transportCodes } = await station.openWriteJob(job);
  const [newPin, newPuk, transportPuk] = [codes.pin, codes.puk, transportCodes.puk].map((code) => SecretBytes.own(code)) as [SecretBytes, SecretBytes, SecretBytes];
  const written = await writeTransportCodes(session, { transportPuk, newPin, newPuk, hasAttemptedPuk: false, onBeforePukAttempt: () => Promise.resolve(), onPukAnswered: () => Promise.resolve() });
  expect(written).toEqual({ kind: 'written' });
  const statement = proofStatement({ idCarta: job.idCarta, caseId: job.caseId, sheet: job.controlNumber, nonce: Buffer.from(job.nonce, 'base64url') });
  const proof = await proveActivation(session, { newPin, digest: createHash('sha256').update(statement).digest() });
  if (proof.kind !== 'proved') throw new Error(`the chip did not prove: ${proof.kind}`);
  return { signature: Buffer.from(proof.signature).toString('base64url'), ...chip.state };
}

describe('an ordinary activation, from the card in the reader to the envelope in the hand', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let station: StationClient;

  beforeAll(async () => {
    api = await TestApi.start({ bcryptCost: BCRYPT_COST });
    operator = await api.signIn();
    station = await api.station();
  });
  afterAll(() => api.close());

  it('takes four acts of the operator, and the chip ends up with the codes that were printed', async () => {
    const card = await api.card();
    const insertionId = await station.insert(card);

    const opened = await operator.open(insertionId);
    expect(opened).toMatchObject({ state: 'recognised', number: 1, formNumber: 'P1-26', initials: 'M.R.', isCardInReader: true, acts: ['identify', 'refuse', 'abandon', 'change-kind'] });
    expect(opened.card?.holder).toMatchObject({ surname: 'ROSSI', name: 'MARIA', birthPlace: 'Roma', age: 46 });

    const printing = await operator.identify(opened);
    expect(printing).toMatchObject({ state: 'printing', sheet: { controlNumber: '000419', state: 'loaded' }, obstacle: null });
    const printJob = await station.job('print-envelope');
    expect(printJob).toMatchObject({ controlNumber: '000419', text: { recipient: 'ROSSI MARIA', date: '2026-11-24', isTest: true } });
    const form = await station.job('print-paper');
    expect(form.text).toMatchObject({ formNumber: 'P1-26', receiptNumber: '2026-000001', operator: 'L. Bini', card: { idCartaLast4: card.idCarta.slice(-4) } });

    const envelope = await station.print(printJob);
    await station.report(form.jobId, { type: 'completed' });
    expect((await operator.case(opened.id)).sheet).toEqual({ controlNumber: '000419', state: 'printed' });

    const writing = await operator.scan(printing, envelope.outerCode);
    expect(writing).toMatchObject({ state: 'writing', sheet: { state: 'held' }, acts: ['print-form'] });
    const writeJob = await station.job('write-card');
    expect(writeJob).toMatchObject({ idCarta: card.idCarta, intentId: envelope.intentId, nonce: envelope.nonce, fence: 1 });

    const chip = await writeOn(card, station, writeJob);
    expect(chip).toMatchObject({ pin: envelope.pin, puk: envelope.puk });
    await station.report(writeJob.jobId, { type: 'phase', fence: 1, phase: 'card-checked' });
    const reported = await station.written(writeJob, card, { signature: chip.signature });
    expect(reported.status).toBe(204);

    const written = await operator.case(opened.id);
    expect(written).toMatchObject({ state: 'written', acts: ['print-form', 'scan', 'suspend'] });
    expect(written.phases.map(({ phase }) => phase)).toEqual(['sheet-scanned', 'card-checked', 'codes-written', 'proof-signed', 'outcome-recorded']);
    expect(written.card?.state).toBe('active');

    api.clock.pass({ seconds: 3 });
    const delivered = await operator.scan(written, envelope.outerCode);
    expect(delivered).toMatchObject({ state: 'delivered', sheet: { state: 'delivered' }, acts: ['print-form'] });
    expect(await operator.desk()).toMatchObject({ openCases: [], today: { delivered: 1, refused: 0, held: 0, spoiled: 0 }, sheets: { next: '000420' } });
  });

  it('leaves a row in the log for each act, in order, by whoever did it', async () => {
    const rows = await api.database.query<{ act: string; actor: string }>(`select act, actor from audit_row where case_id is not null and act <> 'personal-data.shown' order by position`);
    expect(rows.map(({ act, actor }) => `${actor}: ${act}`)).toEqual([
      'operator: case.opened',
      'operator: case.identified',
      'operator: case.authorised',
      'operator: case.print-ordered',
      'station: intent.recorded',
      'station: case.envelope-printed',
      'operator: case.sheet-scanned',
      'operator: case.writing-began',
      'station: case.written',
      'operator: case.delivered',
    ]);
  });

  it('keeps no code: not in a table, not in a line of the log, and nothing with which they could be found', async () => {
    const tables = await api.database.query<{ name: string }>(`select table_name as name from information_schema.tables where table_schema = 'public'`);
    expect(tables.length).toBeGreaterThan(15);
    const everything = await Promise.all(tables.map(({ name }) => api.database.query<{ text: string }>(`select t::text as text from "${name}" t`)));
    const texts = [...everything.flat().map(({ text }) => text), ...api.logLines].join('\n');
    expect(texts).toContain('000419');
    // Standing alone: five digits may well occur inside somebody's random bytes.
    for (const code of ['40718', '58302946', '7314098265', 'K7P4XR', '87654321']) expect(texts).not.toMatch(new RegExp(`(?<![\\w-])${code}(?![\\w-])`));
    const [intent] = await api.database.query<{ station_blob: unknown; vault_blob: unknown; cip_verifier: string; cip_valid_from: Date }>('select * from intent');
    expect(intent).toMatchObject({ station_blob: null, vault_blob: null, cip_valid_from: api.clock.now() });
    expect(intent?.cip_verifier).toMatch(/^\$2b\$12\$/);
    expect(await api.database.query('select 1 from transport_codes')).toEqual([]);
  });
});
