// SPDX-License-Identifier: AGPL-3.0-or-later
import { assertNever } from '@sportello/domain';
import type { DeskView, PrinterCondition, ReaderCondition } from '@sportello/contracts';
import type { ShapeName } from '../../ui/shape/shape';
import { wording } from '../../ui/words/wording';
import type { Wording } from '../../ui/words/wording';

/** A device on the bar: white text while it is well, a white tag with shape and word when it is not. */
export interface DeviceTag {
  readonly id: 'station' | 'reader' | 'operatorReader' | 'envelopes' | 'forms';
  readonly shape: ShapeName;
  readonly isTroubled: boolean;
  readonly words: Wording;
}

/** With so few sheets left one loads more before the next citizen. */
export const FEW_SHEETS = 5;

/** `isCardAwaited`: the case in hand goes on when its card is in the reader. */
export function deviceTags({ station, stationChoice, sheets, cardInReader }: DeskView, isCardAwaited: boolean): readonly DeviceTag[] {
  const isOnline = station?.isOnline ?? false;
  const stationTag = stationChoice === 'asked' ? troubled('station', 'attention', 'asked') : stationTagOf(station, stationChoice === 'made');
  // The station's trouble is told once: what hangs on it is unknown meanwhile.
  if (!isOnline || !station) return [stationTag, unknown('reader'), unknown('envelopes', sheets.loaded), unknown('forms')];
  return [
    stationTag,
    readerTag('reader', station.reader, isCardAwaited && cardInReader === null),
    ...(station.operatorReader === null ? [] : [readerTag('operatorReader', station.operatorReader, false)]),
    envelopesTag(station.envelopes, sheets.loaded),
    printerTag('forms', station.forms),
  ];
}

/** Where there are several, the bar names the one at which the operator stands. */
function stationTagOf(station: DeskView['station'], isNamed: boolean): DeviceTag {
  if (!station?.isOnline) return troubled('station', 'stopped', station ? 'offline' : 'none');
  return isNamed ? { ...well('station'), words: wording('devices.station.named', { name: station.name }) } : well('station');
}

function readerTag(id: 'reader' | 'operatorReader', condition: ReaderCondition, isEmptyAwaited: boolean): DeviceTag {
  switch (condition) {
    case 'ready':
    case 'busy':
      return isEmptyAwaited ? troubled(id, 'interrupted', 'empty') : well(id);
    case 'no-reader':
    case 'no-service':
    case 'no-binding':
    case 'restarting':
      return troubled(id, 'stopped', condition);
    case 'unknown':
      return unknown(id);
    default:
      return assertNever(condition);
  }
}

function envelopesTag(condition: PrinterCondition, loaded: number): DeviceTag {
  const printer = printerTag('envelopes', condition, loaded);
  if (printer.isTroubled) return printer;
  if (loaded === 0) return troubled('envelopes', 'stopped', 'no-sheets', loaded);
  return loaded <= FEW_SHEETS ? troubled('envelopes', 'attention', 'few-sheets', loaded) : printer;
}

function printerTag(id: 'envelopes' | 'forms', condition: PrinterCondition, count?: number): DeviceTag {
  switch (condition) {
    case 'ready':
    case 'printing':
      return well(id, count);
    case 'media-jam':
    case 'media-empty':
    case 'door-open':
    case 'output-full':
    case 'toner-empty':
    case 'stopped':
    case 'offline':
    case 'certificate-changed':
    case 'spools-to-disk':
      return troubled(id, 'stopped', condition, count);
    case 'unknown':
      return unknown(id, count);
    default:
      return assertNever(condition);
  }
}

function well(id: DeviceTag['id'], count?: number): DeviceTag {
  return { id, shape: 'done', isTroubled: false, words: wording(`devices.${id}.well`, { count }) };
}

function unknown(id: DeviceTag['id'], count?: number): DeviceTag {
  return { id, shape: 'unknown', isTroubled: false, words: wording(`devices.${id}.well`, { count }) };
}

function troubled(id: DeviceTag['id'], shape: ShapeName, trouble: string, count?: number): DeviceTag {
  return { id, shape, isTroubled: true, words: wording(`devices.${id}.${trouble}`, { count }) };
}
