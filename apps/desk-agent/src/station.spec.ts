// SPDX-License-Identifier: AGPL-3.0-or-later
import { verify, X509Certificate } from 'node:crypto';
import { proofStatement } from '@sportello/card-io';
import type { VirtualCardContents } from '@sportello/card-io/simulator';
import type { JobReport } from '@sportello/contracts';
import { open, unframeCodes } from '@sportello/seal';
import type { Heard } from './testing/api-double';
import { demoContents, freshCard, idCartas, transportCodes } from './testing/demo-cards';
import { readEnvelope } from './testing/read-envelope';
import { ascii, queues, TestWorld } from './testing/test-world';

jest.setTimeout(60_000);

let contents: VirtualCardContents;
let world: TestWorld;

beforeAll(async () => {
  contents = await demoContents(idCartas.maria);
});
beforeEach(async () => {
  world = await TestWorld.open();
});
afterEach(async () => {
  await world.close();
});

describe('a station', () => {
  it('tells the API of the devices at its start', async () => {
    await world.startStation();
    await world.api.waitFor((message): message is Heard => message.kind === 'status' && message.status.reader === 'ready' && message.status.envelopes === 'ready' && message.status.forms === 'ready');
    expect(world.api.heard.filter(({ kind }) => kind === 'status').at(-1)).toEqual({
      kind: 'status',
      status: { reader: 'ready', operatorReader: null, envelopes: 'ready', forms: 'ready', stationery: 'plain-paper', isTest: true, version: '0.0.0' },
    });
  });

  it('gives a sign of life every so often, also when nothing changes', async () => {
    await world.startStation({ heartbeat: 20 });
    const statuses = (): readonly string[] => world.api.heard.filter(({ kind }) => kind === 'status').map((status) => JSON.stringify(status));
    // Its start brings a few changes of its own.
    const repeated = await world.api.until(() => statuses().length > 8 && new Set(statuses().slice(-4)).size === 1 && statuses().slice(-4));
    expect(repeated).toHaveLength(4);
  });

  it('tells of a card in the order in which things happen to it', async () => {
    await world.startStation();
    world.slot.insert(freshCard(contents));
    const [recognised] = await world.cardEvents('recognised');
    world.slot.pull();
    await world.cardEvents('removed');

    const events = world.api.heard.flatMap((message) => (message.kind === 'card' ? [message.event] : []));
    expect(events.map(({ type }) => type)).toEqual(['inserted', 'recognised', 'removed']);
    expect(new Set(events.map(({ insertionId }) => insertionId)).size).toBe(1);
    expect(recognised?.reading).toMatchObject({ idCarta: idCartas.maria, cardType: 'ST2021', apdus: 9 });
    expect(Buffer.from(recognised?.reading.certificate ?? '', 'base64url')).toEqual(Buffer.from(contents.certificateDer));
  });

  it('serves the next card, too', async () => {
    await world.startStation();
    for (const count of [1, 2]) {
      world.slot.insert(freshCard(contents));
      await world.cardEvents('recognised', count);
      world.slot.pull();
      await world.cardEvents('removed', count);
    }
    expect(new Set((await world.cardEvents('inserted', 2)).map(({ insertionId }) => insertionId)).size).toBe(2);
  });

  it('writes the codes of the printed envelope on the card, and the chip signs it', async () => {
    await world.startStation();
    const card = freshCard(contents);
    const printing = await world.printEnvelope(card, idCartas.maria);
    expect(world.api.reportsOf(printing.jobId)).toEqual([{ type: 'submitted' }, { type: 'completed' }]);
    expect(world.printed.map(({ queue, copies }) => ({ queue, copies }))).toEqual([{ queue: queues.envelopes, copies: 1 }]);
    expect(card.state).toMatchObject(transportCodes);

    const writing = await world.writeJob(printing);
    await world.api.issue(writing);
    await world.closingReport(writing.jobId);
    const reports = world.api.reportsOf(writing.jobId);
    expect(reports.map((report) => ('phase' in report ? report.phase : report.type))).toEqual(['card-checked', 'codes-written', 'proof-signed', 'written']);
    expect(reports.every((report) => 'fence' in report && report.fence === 1)).toBe(true);
    expect(writtenOf(reports).figures).toMatchObject({ apdus: 15, apdusAfterGoAhead: 6 });

    const paper = readEnvelope(world.printed[0]?.document ?? new Uint8Array());
    expect(card.state).toEqual({ pin: paper.pin, puk: paper.puk, pinTriesLeft: 3, pukTriesLeft: 10, issuerTriesLeft: 5 });
    const statement = proofStatement({ idCarta: writing.idCarta, caseId: writing.caseId, sheet: '000419', nonce: Buffer.from(writing.nonce, 'base64url') });
    expect(verify('sha256', statement, new X509Certificate(contents.certificateDer).publicKey, Buffer.from(writtenOf(reports).signature, 'base64url'))).toBe(true);
  });

  it('seals PIN and PUK for the vault, and CIP and outer code for the API, each bound to its case', async () => {
    await world.startStation();
    const printing = await world.printEnvelope(freshCard(contents), idCartas.maria);
    const { intent } = await world.api.waitFor((message): message is Heard & { kind: 'intent' } => message.kind === 'intent');
    const paper = readEnvelope(world.printed[0]?.document ?? new Uint8Array());

    expect(await world.api.openForApi(intent)).toEqual({ cip: paper.cip, outerCode: paper.outerCode });
    expect(paper.outerCode).toMatch(/^000419-/);
    const info = { purpose: 'sportello-codes-v1', recipient: 'vault', caseId: printing.caseId, intentId: intent.intentId, idCarta: idCartas.maria, controlNumber: '000419', stationId: world.api.stationId };
    const frame = await open({ recipientPrivateKey: world.api.vault.privateKey, info, blob: intent.vaultBlob });
    expect(frame instanceof Uint8Array && unframeCodes(frame)).toEqual({ pin: ascii(paper.pin), puk: ascii(paper.puk) });
    expect(await open({ recipientPrivateKey: world.api.vault.privateKey, info: { ...info, controlNumber: '000420' }, blob: intent.vaultBlob })).toEqual({ kind: 'altered' });
  });

  it('reads ID_Carta again once it has let go of the card', async () => {
    await world.startStation();
    const card = freshCard(contents);
    const printing = await world.printEnvelope(card, idCartas.maria);
    const first = await world.writeJob(printing);
    await world.api.issue(first);
    await world.closingReport(first.jobId);

    const again = await world.writeJob(printing, { fence: 2 });
    await world.api.issue(again);
    await world.closingReport(again.jobId);
    // Two to read, one that tells that the PUK is the new one, four for the proof.
    expect(writtenOf(world.api.reportsOf(again.jobId)).figures).toMatchObject({ apdus: 22, apdusAfterGoAhead: 7 });
  });

  it('prints the form on the forms\' printer', async () => {
    await world.startStation();
    const job = world.formJob();
    await world.api.issue(job);
    expect(await world.closingReport(job.jobId)).toEqual({ type: 'completed' });
    expect(world.printed.map(({ queue, jobName }) => ({ queue, jobName }))).toEqual([{ queue: queues.forms, jobName: 'modulo P119-26' }]);
  });

  it('leaves no process behind when it stops', async () => {
    await world.startStation();
    world.slot.insert(freshCard(contents));
    await world.cardEvents('recognised');
    const child = world.cardProcess();
    await world.stopStation();
    expect(() => process.kill(child, 0)).toThrow('ESRCH');
    expect(world.api.openStreams).toBe(0);
  });
});

function writtenOf(reports: readonly JobReport[]): Extract<JobReport, { type: 'written' }> {
  const written = reports.find((report) => report.type === 'written');
  if (!written) throw new Error('the card was not written');
  return written;
}
