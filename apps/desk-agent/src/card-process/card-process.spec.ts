// SPDX-License-Identifier: AGPL-3.0-or-later
import { createLogger } from '../log/logger';
import { systemClock } from '../time/clock';
import { startCardProcess } from './card-process';
import type { ToParent } from './messages';

jest.mock('@sportello/card-io/pcsc', () => ({ PCSC_BINDINGS: ['smartcard', 'pcsclite'], loadPcscBinding: () => ({ kind: 'not-built', remedy: 'install this and that' }), openPcscReader: () => undefined }));

describe('a card\'s process without the binding that its reader needs', () => {
  it('says so to the desk, and in the log what to install', () => {
    const told: ToParent[] = [];
    const logged: string[] = [];
    startCardProcess(
      {
        role: 'citizen',
        reader: { kind: 'pcsc', name: null },
        readerBinding: 'smartcard',
        stationery: 'plain-paper',
        envelopePrinter: { uri: 'ipp://127.0.0.1/ipp/print', certificatePin: null, mayKeepOnDisk: false },
        stationId: '0193f3a0-0000-7000-8000-000000000000',
        sealingKeyFile: '',
        sealingKey: '',
        apiSealingKey: '',
        vaultSealingKey: '',
        commandDeadlineMs: 1_000,
      issuerPatienceMs: 1_000,
        logLevel: 'info',
      },
      {
        parent: { tell: (message) => void told.push(message), run: async () => ({ kind: 'done' }), flush: async () => undefined },
        log: createLogger({ level: 'info', write: (line) => void logged.push(line) }),
        clock: systemClock,
        newId: () => '',
        random: () => new Uint8Array(),
      },
    );
    expect(told).toEqual([{ type: 'reader', condition: 'no-binding' }]);
    expect(logged.join('')).toContain('"msg":"install this and that"');
  });
});
