// SPDX-License-Identifier: AGPL-3.0-or-later
import { demoEnvelope, printOver } from '../testing/demo-paper';
import { PrinterRoom, type QueueName } from './printer-room';

const withRoom = async (act: (room: PrinterRoom) => Promise<void>): Promise<void> => {
  const room = await PrinterRoom.open({ port: 0, sheetMs: 0, now: () => new Date('2026-11-24T10:00:00Z'), onChange: () => undefined });
  try {
    await act(room);
  } finally {
    await room.close();
  }
};

const print = (room: PrinterRoom, queue: QueueName, document: Uint8Array) => printOver(room.uriOf(queue), document);

describe('the printers of the desk', () => {
  it('lay what they print into their own tray, newest on top', () =>
    withRoom(async (room) => {
      await print(room, 'buste', await demoEnvelope());
      await print(room, 'buste', await demoEnvelope({ controlNumber: '000420' }));
      expect(room.tray('buste').sheets.map(({ outside }) => outside)).toMatchObject([{ controlNumber: '000420' }, { controlNumber: '000419' }]);
      expect(room.tray('moduli').sheets).toEqual([]);
    }));

  it('show of a closed envelope the outside only, and after opening both sides', () =>
    withRoom(async (room) => {
      await print(room, 'buste', await demoEnvelope());
      const tray = room.tray('buste');
      const [sheet] = tray.sheets;
      if (sheet === undefined) throw new Error('no sheet');
      expect(JSON.stringify([tray.sheets, tray.sidesOf(sheet.id)])).not.toMatch(/40718|58302946|7314098265/);
      expect(tray.sidesOf(sheet.id)).toHaveLength(1);
      expect(tray.open(sheet.id)).toEqual({ kind: 'opened', codes: { pin: '40718', puk: '58302946', cip: '7314098265' } });
      expect(tray.sheets[0]?.codes).toMatchObject({ pin: '40718' });
      expect(tray.sidesOf(sheet.id)).toHaveLength(2);
    }));

  it('let a sheet be taken away, once', () =>
    withRoom(async (room) => {
      await print(room, 'buste', await demoEnvelope());
      const id = room.tray('buste').sheets[0]?.id ?? '';
      expect([room.tray('buste').take(id), room.tray('buste').take(id)]).toEqual([true, false]);
      expect(room.tray('buste').open(id)).toEqual({ kind: 'no-such-sheet' });
    }));

  it('hold a jammed sheet until the jam is cleared', () =>
    withRoom(async (room) => {
      room.set('buste', 'media-jam', true);
      expect(await print(room, 'buste', await demoEnvelope())).toMatchObject({ kind: 'not-finished' });
      expect(room.tray('buste').sheets).toEqual([]);
      expect(room.has('buste', 'media-jam')).toBe(true);
      room.set('buste', 'media-jam', false);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(room.tray('buste').sheets).toHaveLength(1);
    }));

  it('may say that they are done while nothing comes out', () =>
    withRoom(async (room) => {
      room.set('buste', 'nothing-comes-out', true);
      expect(await print(room, 'buste', await demoEnvelope())).toMatchObject({ kind: 'job', state: 'completed' });
      expect(room.tray('buste').sheets).toEqual([]);
    }));

  it('lay out paper that cannot be read as just that', () =>
    withRoom(async (room) => {
      await print(room, 'moduli', Buffer.from('%PDF-1.4 not one of ours'));
      const [sheet] = room.tray('moduli').sheets;
      expect(sheet?.outside).toEqual({ kind: 'unreadable' });
      expect(room.tray('moduli').open(sheet?.id ?? '')).toEqual({ kind: 'nothing-inside' });
    }));
});
