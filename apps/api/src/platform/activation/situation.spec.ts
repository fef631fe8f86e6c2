// SPDX-License-Identifier: AGPL-3.0-or-later
import { ANY_STATION } from '../stations/station-choice';
import { type Situation, type StationAtDesk, printingPlace, writingPlace } from './situation';

const CARD = '6090000000000018';
const station = (wish: Partial<StationAtDesk> = {}): StationAtDesk => ({
  id: 'one',
  name: 'Postazione 1',
  isOnline: true,
  isTest: false,
  envelopes: 'ready',
  forms: 'ready',
  stationery: 'peel-label-mailer',
  sealingKey: '',
  sealingKeyId: 'key-of-one',
  insertionId: 'stay',
  idCarta: CARD,
  hasSheet: true,
  stop: null,
  ...wish,
});
const desk = (stations: readonly StationAtDesk[], wish: Partial<Situation> = {}): Situation => ({ stations, at: ANY_STATION, isRehearsal: false, hasTransportCodes: true, issuerKey: null, ...wish });
const [TRANSPORTED, ISSUED] = [{ idCarta: CARD, method: 'transport-codes' }, { idCarta: CARD, method: 'issuer-auth' }] as const;

describe('where a case’s paper can be printed', () => {
  it.each<[string, Situation, object]>([
    ['nowhere without a station', desk([]), { kind: 'no-station' }],
    ['nowhere while all stations are away', desk([station({ isOnline: false })]), { kind: 'station-offline' }],
    ['nowhere without a card', desk([station({ idCarta: null, insertionId: null })]), { kind: 'no-card' }],
    ['nowhere for another card', desk([station({ idCarta: '6090000000000026' })]), { kind: 'wrong-card' }],
    ['nowhere with a jammed printer', desk([station({ envelopes: 'media-jam' })]), { kind: 'printer-unavailable', details: { printer: 'envelopes', condition: 'media-jam' } }],
    ['nowhere without paper for the form', desk([station({ forms: 'media-empty' })]), { kind: 'printer-unavailable', details: { printer: 'forms', condition: 'media-empty' } }],
    ['nowhere for a card that could not be written', desk([station()], { hasTransportCodes: false }), { kind: 'transport-codes-missing' }],
    ['nowhere without a sheet', desk([station({ hasSheet: false })]), { kind: 'no-sheets' }],
    ['nowhere while people have to explain a number', desk([station({ stop: 'number-skipped' })]), { kind: 'printing-stopped', details: { because: 'number-skipped' } }],
    ['nowhere on a sheet that does not hide the codes', desk([station({ stationery: 'window-envelope' })]), { kind: 'stationery-not-blind', details: { stationery: 'window-envelope' } }],
    ['nowhere at a station that does not say what it prints on', desk([station({ stationery: null })]), { kind: 'stationery-not-blind', details: { stationery: null } }],
    ['on plain paper in rehearsal', desk([station({ stationery: 'plain-paper' })], { isRehearsal: true }), { station: { id: 'one' } }],
    ['where the card is, also while the printer prints', desk([station({ id: 'two', idCarta: null }), station({ envelopes: 'printing' })]), { station: { id: 'one' }, insertionId: 'stay' }],
  ])('%s', (_, situation, place) => {
    expect(printingPlace(TRANSPORTED, situation)).toMatchObject(place);
  });
});

describe('where a case’s card can be written', () => {
  it('needs neither printer nor sheet', () => {
    expect(writingPlace(TRANSPORTED, { kid: 'key-of-one' }, desk([station({ envelopes: 'offline', forms: 'offline', hasSheet: false, stop: 'number-skipped' })]))).toMatchObject({ station: { id: 'one' } });
  });

  it('is only the station that sealed the codes', () => {
    expect(writingPlace(TRANSPORTED, { kid: 'key-of-one' }, desk([station({ idCarta: null }), station({ id: 'two', sealingKeyId: 'key-of-two' })]))).toEqual({
      kind: 'supervisor-needed',
      details: { because: 'codes-at-another-station', station: 'Postazione 1' },
    });
  });

  it('is not a station that was enrolled anew under its old name: the key is another one', () => {
    expect(writingPlace(TRANSPORTED, { kid: 'key-of-one' }, desk([station({ sealingKeyId: 'new-key-of-one' })]))).toEqual({
      kind: 'supervisor-needed',
      details: { because: 'codes-at-another-station', station: null },
    });
  });
});

describe('a card that its issuer authenticates itself to', () => {
  const key = (isStopped: boolean) => ({ issuerKey: { version: 3, isStopped } });

  it.each<[string, Partial<Situation>, object]>([
    ['is printed for, and written, with the issuer’s key', { ...key(false), hasTransportCodes: false }, { station: { id: 'one' } }],
    ['waits for an installation that has a key', {}, { kind: 'issuer-key-missing' }],
    ['waits while the key’s version is stopped', key(true), { kind: 'issuer-key-stopped', details: { version: 3 } }],
  ])('%s', (_, wish, place) => {
    const situation = desk([station()], wish);
    expect(printingPlace(ISSUED, situation)).toMatchObject(place);
    expect(writingPlace(ISSUED, { kid: 'key-of-one' }, situation)).toMatchObject(place);
  });
});
