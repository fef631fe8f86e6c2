// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync } from 'node:fs';
import { frameCodes, seal } from '@sportello/seal';
import { Client } from 'pg';
import { Counter } from '../kill-table/carry-through';
import { drawCitizen, idCartaOf } from '../kill-table/citizens';
import { CutCard } from '../kill-table/cut-card';
import { KillDesk } from '../kill-table/kill-desk';
import { Operator } from '../kill-table/operator';

const obstacle = existsSync('/usr/bin/pdftotext') ? undefined : 'install poppler-utils';
const describeHere = obstacle === undefined ? describe : describe.skip;

const SERIAL = 2;
const CHOSEN = { pin: '40718', puk: '58302946' } as const;

jest.setTimeout(120_000);

interface Intent {
  readonly id: string;
  readonly case_id: string;
  readonly station_id: string;
  readonly id_carta: string;
  readonly control_number: string;
  readonly sealing_key: string;
}

/** Somebody who may write into the database, and knows what everybody may know, seals codes of their own choice to the station, bound to all that the station's own are bound to. */
async function substituteCodes(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Intent>('select intent.id, case_id, station_id, id_carta, control_number, sealing_key from intent join station on station.id = station_id where id_carta = $1', [idCartaOf(SERIAL)]);
    const [intent] = rows;
    if (!intent) throw new Error('no intent to be changed');
    const info = { purpose: 'sportello-codes-v1', recipient: 'station', caseId: intent.case_id, intentId: intent.id, idCarta: intent.id_carta, controlNumber: intent.control_number, stationId: intent.station_id };
    const blob = await seal({ recipientPublicKey: intent.sealing_key, info, plaintext: frameCodes({ pin: Buffer.from(CHOSEN.pin), puk: Buffer.from(CHOSEN.puk) }) });
    await client.query('update intent set station_blob = $1 where id = $2', [JSON.stringify(blob), intent.id]);
  } finally {
    await client.end();
  }
}

describeHere(`codes that somebody put into the database in the place of the station's${obstacle === undefined ? '' : ` (not run: ${obstacle})`}`, () => {
  it('never reach the card: the desk stops, and a supervisor decides', async () => {
    const desk = await KillDesk.open([SERIAL]);
    try {
      const operator = await Operator.signIn(desk.url, desk.signIn);
      const supervisor = await Operator.signIn(desk.url, desk.supervisor);
      const { chip, idCarta, factory } = await drawCitizen(desk.ca, SERIAL, 'transport-codes');
      await desk.tidy();
      // Before the tray is looked into: the envelope is scanned when it is done.
      desk.beforeSheet = () => substituteCodes(desk.databaseOwnerUrl);
      const nothing = () => Promise.resolve();
      const ending = await new Counter(desk, operator, supervisor, new CutCard(chip, null), idCarta, { onTold: () => undefined, onScanned: nothing, onDelivered: nothing }).carryThrough();
      expect(ending.kind).toBe('stopped');
      expect(ending.said.at(-1)).toBe('interrupted (supervisor-needed)');
      expect(chip.state).toMatchObject(factory);
    } finally {
      await desk.close();
    }
  });
});
