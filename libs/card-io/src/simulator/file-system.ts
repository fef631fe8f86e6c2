// SPDX-License-Identifier: AGPL-3.0-or-later
import { statusWord } from '../apdu/status-word';
import { toHex } from '../bytes/hex';
import { answer, done } from './card-answer';
import { fileControlInformation } from './card-file';
import { atMasterFile, currentDf, descend, findByAid, findByFid, parentOf } from './file-location';
import type { CardAnswer } from './card-answer';
import type { DedicatedFile } from './card-file';
import type { CardQuirks } from './card-quirks';
import type { FileLocation } from './file-location';
import type { ReceivedCommand } from './received-command';

/** P1 of SELECT (ISO 7816-4 §7.1.1, table 62). */
const selectBy = { fid: 0x00, childEf: 0x02, parent: 0x03, aid: 0x04, pathFromMf: 0x08, pathFromCurrent: 0x09 } as const;
/** P2 of SELECT: the tag of the answer, or none. */
const answerTags: ReadonlyMap<number, number | undefined> = new Map([
  [0x00, 0x6f],
  [0x04, 0x62],
  [0x0c, undefined],
]);
const wrongLe = 0x6c00;

/** SELECT and READ BINARY. */
export class FileSystem {
  readonly #quirks: CardQuirks;
  #here: FileLocation;
  /** A card whose MF has a name shows its files after it was selected by it. */
  #isOpen = false;

  constructor(masterFile: DedicatedFile, quirks: CardQuirks) {
    this.#here = atMasterFile(masterFile);
    this.#quirks = quirks;
  }

  get isAtMasterFile(): boolean {
    return this.#here.ancestry.length === 1;
  }

  reset(): void {
    this.#here = atMasterFile(this.#here.ancestry[0]);
    this.#isOpen = false;
  }

  select({ p1, p2, data }: ReceivedCommand): CardAnswer {
    if (!answerTags.has(p2) || !Object.values<number>(selectBy).includes(p1)) return answer(statusWord.wrongP1P2);
    if (p1 === selectBy.childEf && this.#quirks.refuses?.includes('select-sibling')) return answer(statusWord.wrongP1P2);
    const found = p1 === selectBy.aid ? this.#findApplication(toHex(data)) : this.#findFile(p1, toHex(data));
    if (!found) return answer(statusWord.fileNotFound);
    this.#here = found;
    const tag = answerTags.get(p2);
    return tag === undefined ? done() : done(fileControlInformation(found.ef ?? currentDf(found), tag));
  }

  /** Nothing on a CNS that is free to read has a short EF identifier. */
  readBinary({ p1, p2, ne }: ReceivedCommand): CardAnswer {
    if (p1 > 0x7f) return answer(statusWord.wrongP1P2);
    const { ef } = this.#here;
    if (!ef) return answer(statusWord.noCurrentFile);
    if (ef.isFailing) return answer(statusWord.memoryFailure);
    if (ne === undefined) return answer(statusWord.wrongLength);
    const { longestRead = 256 } = this.#quirks;
    const rest = ef.content.subarray((p1 << 8) | p2);
    if (rest.length === 0) return answer(statusWord.outsideTheFile);
    if (ne === 'all') return rest.length < 256 ? answer(wrongLe | rest.length) : done(rest.subarray(0, longestRead));
    return ne > rest.length ? this.#pastTheEnd(rest) : done(rest.subarray(0, Math.min(ne, longestRead)));
  }

  #pastTheEnd(rest: Uint8Array): CardAnswer {
    const { endOfFile = '6282', longestRead = 256 } = this.#quirks;
    if (rest.length > longestRead) return done(rest.subarray(0, longestRead));
    switch (endOfFile) {
      case '6282':
        return answer(statusWord.endOfFile, rest);
      case '9000':
        return done(rest);
      case '6Cxx':
        return answer(wrongLe | rest.length);
      case '6700':
        return answer(statusWord.wrongLength);
    }
  }

  #findApplication(aid: string): FileLocation | undefined {
    const found = findByAid(this.#here, aid);
    this.#isOpen ||= found !== undefined;
    return found;
  }

  #findFile(p1: number, path: string): FileLocation | undefined {
    if (this.#here.ancestry[0].aid !== undefined && !this.#isOpen) return undefined;
    const fids = path.match(/.{4}/g) ?? [];
    return fids.join('') === path ? this.#find(p1, fids) : undefined;
  }

  #find(p1: number, fids: readonly string[]): FileLocation | undefined {
    const [fid, ...others] = fids;
    switch (p1) {
      case selectBy.pathFromMf:
        return fid === undefined ? undefined : descend(atMasterFile(this.#here.ancestry[0]), fids);
      case selectBy.pathFromCurrent:
        return fid === undefined ? undefined : descend(this.#here, fids);
      case selectBy.parent:
        return fid === undefined ? parentOf(this.#here) : undefined;
      case selectBy.fid:
        if (fid === undefined) return atMasterFile(this.#here.ancestry[0]);
        return others.length === 0 ? findByFid(this.#here, fid) : undefined;
      case selectBy.childEf: {
        const child = fid === undefined || others.length > 0 ? undefined : descend(this.#here, [fid]);
        return child?.ef ? child : undefined;
      }
      default:
        return undefined;
    }
  }
}
