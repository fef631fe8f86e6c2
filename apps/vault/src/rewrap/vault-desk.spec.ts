// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFile } from 'node:fs/promises';
import { type ApprovalAnswer, type CodesInfo, type ResealedBlob, type RewrapRequest, type RewrapTicket, SIGNATURE_PURPOSES } from '@sportello/contracts';
import { open, unframeCodes, verifyDocument } from '@sportello/seal';
import { approvalBy, CODES, documentOf, newStation, signedBy, VaultWorld } from '../testing/vault-world';
import type { VaultDesk } from './vault-desk';

describe('the vault', () => {
  let world: VaultWorld;
  let desk: VaultDesk;
  beforeEach(async () => {
    world = await VaultWorld.open();
    desk = world.desk();
  });
  afterEach(() => world.close());

  const ticketFor = async (request: RewrapRequest): Promise<RewrapTicket> => {
    const answer = await desk.ask(request);
    if ('refused' in answer) throw new Error(answer.refused);
    return answer;
  };
  const approve = (request: RewrapRequest, ticket: RewrapTicket, person: 'bini' | 'sarti', code = world.codes[person]) =>
    desk.approve(ticket.requestId, approvalBy(documentOf(request, ticket, person), code));
  const resealedIn = ({ resealed }: ApprovalAnswer): ResealedBlob => {
    if (!resealed) throw new Error('nothing was sealed');
    return resealed;
  };
  const codesIn = async (answer: ApprovalAnswer, { blob: { caseId, intentId, idCarta, controlNumber }, to }: RewrapRequest, privateKey = world.there.sealing.privateKey) => {
    const info: CodesInfo = { purpose: 'sportello-codes-v1', recipient: 'station', caseId, intentId, idCarta, controlNumber, stationId: to.stationId };
    const frame = await open({ recipientPrivateKey: privateKey, info, blob: resealedIn(answer).blob });
    const codes = frame instanceof Uint8Array ? unframeCodes(frame) : null;
    return codes && { pin: Buffer.from(codes.pin).toString(), puk: Buffer.from(codes.puk).toString() };
  };
  const logged = async (): Promise<readonly string[]> => (await world.log.entries()).map(({ act, details }) => (act === 'refused' ? `refused ${String(details['because'])}` : act));

  it('seals the codes to the certified station when two people approved, and tells so in its log', async () => {
    const request = await world.request();
    const ticket = await ticketFor(request);
    expect(await approve(request, ticket, 'bini')).toMatchObject({ approvals: 1, resealed: null });
    const answer = (await approve(request, ticket, 'sarti')) as ApprovalAnswer;
    expect(await codesIn(answer, request)).toEqual(CODES);
    const { blob: { caseId, intentId, idCarta, controlNumber }, to: { stationId } } = request;
    const { blob, signature } = resealedIn(answer);
    expect(verifyDocument({ caseId, intentId, idCarta, controlNumber, stationId, blob }, signature, { purpose: SIGNATURE_PURPOSES.resealedBlob, publicKey: world.keys.signing.publicKey })).toBe(true);
    expect(await codesIn(answer, request, world.lost.sealing.privateKey)).toBeNull();
    expect(await logged()).toEqual(['rewrap-requested', 'approved', 'approved', 'rewrapped']);
    expect(answer.head.entry).toBe(4);
  });

  it('keeps no code and no key in any of its files but those of the keys', async () => {
    const request = await world.request();
    const ticket = await ticketFor(request);
    await approve(request, ticket, 'bini');
    await approve(request, ticket, 'sarti');
    const texts = await Promise.all([world.folder.log, world.folder.people, world.folder.stations, world.folder.publicFile].map((file) => readFile(file, 'utf8')));
    for (const text of texts) for (const secret of [CODES.pin, CODES.puk, ...Object.values(world.codes)]) expect(text).not.toContain(secret);
  });

  it('opens nothing for one person who approves twice', async () => {
    const request = await world.request();
    const ticket = await ticketFor(request);
    await approve(request, ticket, 'bini');
    expect(await approve(request, ticket, 'bini')).toEqual({ refused: 'same-person' });
    expect(await approve(request, ticket, 'sarti')).toMatchObject({ approvals: 2 });
  });

  it('opens nothing for two approvals of which one was made with another’s code', async () => {
    const request = await world.request();
    const ticket = await ticketFor(request);
    await approve(request, ticket, 'bini');
    expect(await approve(request, ticket, 'sarti', world.codes.bini)).toEqual({ refused: 'approval-refused' });
    const nobody = approvalBy({ ...documentOf(request, ticket, 'bini'), person: 'nobody' }, world.codes.sarti);
    expect(await desk.approve(ticket.requestId, nobody)).toEqual({ refused: 'approval-refused' });
    expect(await logged()).toEqual(['rewrap-requested', 'approved', 'refused approval-refused', 'refused approval-refused']);
  });

  it.each(['requestId', 'challenge', 'caseId', 'intentId', 'controlNumber', 'toStationId', 'toKey'] as const)('takes no approval that was given for another %s', async (field) => {
    const request = await world.request();
    const ticket = await ticketFor(request);
    const other = await world.request({ from: world.there, to: world.lost, controlNumber: '000420' });
    const document = { ...documentOf(request, ticket, 'bini'), [field]: documentOf(other, await ticketFor(other), 'bini')[field] };
    expect(await desk.approve(ticket.requestId, approvalBy(document, world.codes.bini))).toEqual({ refused: 'approval-refused' });
  });

  it('does it once: the same approvals again give nothing', async () => {
    const request = await world.request();
    const ticket = await ticketFor(request);
    await approve(request, ticket, 'bini');
    await approve(request, ticket, 'sarti');
    expect(await approve(request, ticket, 'bini')).toEqual({ refused: 'request-unknown' });
    const again = await ticketFor(request);
    expect(again.challenge).not.toBe(ticket.challenge);
    expect(await desk.approve(again.requestId, approvalBy(documentOf(request, ticket, 'bini'), world.codes.bini))).toEqual({ refused: 'approval-refused' });
  });

  it('forgets a request after its half hour', async () => {
    const request = await world.request();
    const ticket = await ticketFor(request);
    await approve(request, ticket, 'bini');
    world.instant = new Date(world.instant.getTime() + ticket.secondsLeft * 1_000);
    expect(await approve(request, ticket, 'sarti')).toEqual({ refused: 'request-unknown' });
  });

  it('gives nothing to a station that it has not certified, nor to another key under a certified name', async () => {
    expect(await desk.ask(await world.request({ to: await newStation() }))).toEqual({ refused: 'station-not-certified' });
    expect(await desk.ask(await world.request({ to: await newStation(world.there.stationId) }))).toEqual({ refused: 'station-not-certified' });
    const { blob, signature } = await world.request();
    expect(await desk.ask({ blob, signature, to: { stationId: world.there.stationId, sealingKey: 'no-key' } })).toEqual({ refused: 'station-not-certified' });
  });

  it('gives nothing to a station that was withdrawn between the two approvals', async () => {
    const request = await world.request();
    const ticket = await ticketFor(request);
    await approve(request, ticket, 'bini');
    await world.stations.withdraw(world.there.stationId);
    expect(await approve(request, ticket, 'sarti')).toEqual({ refused: 'station-not-certified' });
  });

  describe('detects a blob that was exchanged in the database', () => {
    it.each(['caseId', 'intentId', 'idCarta', 'controlNumber', 'stationId'] as const)('under another %s', async (field) => {
      const { blob, signature, to } = await world.request();
      const other = (await world.request({ from: world.there, idCarta: '6090000000000026' })).blob;
      const moved = { ...blob, [field]: field === 'controlNumber' ? '000420' : other[field] };
      expect(await desk.ask({ blob: moved, signature, to })).toEqual({ refused: 'blob-not-signed' });
    });

    it('between two cases, each with its own signature', async () => {
      const [one, other] = [await world.request(), await world.request()];
      expect(await desk.ask({ ...one, blob: { ...one.blob, vaultBlob: other.blob.vaultBlob } })).toEqual({ refused: 'blob-not-signed' });
      expect(await desk.ask({ ...one, signature: other.signature })).toEqual({ refused: 'blob-not-signed' });
    });

    it('for one of a station that nobody certified, or that was stolen', async () => {
      expect(await desk.ask(await world.request({ from: await newStation() }))).toEqual({ refused: 'blob-not-signed' });
      const request = await world.request();
      await world.stations.withdraw(world.lost.stationId);
      expect(await desk.ask(request)).toEqual({ refused: 'blob-not-signed' });
    });

    it('even by a station of ours that signs what it did not seal', async () => {
      const [one, other] = [await world.request(), await world.request()];
      const blob = { ...one.blob, vaultBlob: other.blob.vaultBlob };
      const forged: RewrapRequest = { ...one, blob, signature: await signedBy(world.lost, blob) };
      const ticket = await ticketFor(forged);
      await approve(forged, ticket, 'bini');
      expect(await approve(forged, ticket, 'sarti')).toEqual({ refused: 'blob-altered' });
      expect(await logged()).not.toContain('rewrapped');
    });
  });

  it('believes what a station signed before it was enrolled anew', async () => {
    const request = await world.request();
    await world.certify(await newStation(world.lost.stationId));
    expect(await desk.ask(request)).toMatchObject({ requestId: expect.any(String) as string });
  });

  it('has no key for a blob that was sealed to somebody else', async () => {
    expect(await desk.ask(await world.request({ sealedTo: world.there.sealing.publicKey }))).toEqual({ refused: 'key-unknown' });
  });

  it('locks a name after five wrong codes for an hour, and nobody else’s', async () => {
    const request = await world.request();
    const ticket = await ticketFor(request);
    for (let tries = 0; tries < 5; tries += 1) expect(await approve(request, ticket, 'bini', 'AAAA')).toEqual({ refused: 'approval-refused' });
    expect(await approve(request, ticket, 'bini')).toEqual({ refused: 'too-many-requests' });
    expect(await approve(request, ticket, 'sarti')).toMatchObject({ approvals: 1 });
    world.instant = new Date(world.instant.getTime() + 61 * 60_000);
    const later = await ticketFor(request);
    expect(await approve(request, later, 'bini')).toMatchObject({ approvals: 1 });
  });

  it('re-wraps no more in a day than it was told', async () => {
    desk = world.desk(1);
    for (const expected of [{ approvals: 2 }, { refused: 'too-many-requests' }]) {
      const request = await world.request();
      const ticket = await ticketFor(request);
      await approve(request, ticket, 'bini');
      expect(await approve(request, ticket, 'sarti')).toMatchObject(expected);
    }
  });

  it('takes thirty requests in ten minutes', async () => {
    const request = await world.request();
    for (let asked = 0; asked < 30; asked += 1) await ticketFor(request);
    expect(await desk.ask(request)).toEqual({ refused: 'too-many-requests' });
  });

  it('counts two approvals that come at once as a first and a second', async () => {
    const request = await world.request();
    const ticket = await ticketFor(request);
    const answers = await Promise.all([approve(request, ticket, 'bini'), approve(request, ticket, 'sarti'), approve(request, ticket, 'bini')]);
    expect(answers).toMatchObject([{ approvals: 1 }, { approvals: 2 }, { refused: 'request-unknown' }]);
  });
});
