// SPDX-License-Identifier: AGPL-3.0-or-later
import { statusWord } from '../apdu/status-word';
import { toHex } from '../bytes/hex';
import { answer, done } from './card-answer';
import { fileControlInformation } from './card-file';
import { atMasterFile, currentDf, descend, findByFid, parentOf } from './file-location';
import type { CardAnswer } from './card-answer';
import type { DedicatedFile } from './card-file';
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
  #here: FileLocation;

  constructor(masterFile: DedicatedFile) {
    this.#here = atMasterFile(masterFile);
  }

  reset(): void {
    this.#here = atMasterFile(this.#here.ancestry[0]);
  }

  select({ p1, p2, data }: ReceivedCommand): CardAnswer {
    if (!answerTags.has(p2) || !Object.values<number>(selectBy).includes(p1)) return answer(statusWord.wrongP1P2);
    const fids = toHex(data).match(/.{4}/g) ?? [];
    const found = fids.length * 2 === data.length ? this.#find(p1, fids) : undefined;
    if (!found) return answer(statusWord.fileNotFound);
    this.#here = found;
    const tag = answerTags.get(p2);
    return tag === undefined ? done() : done(fileControlInformation(found.ef ?? currentDf(found), tag));
  }

  /** Nothing on a CNS that is free to read has a short EF identifier. */
  readBinary({ p1, p2, ne }: ReceivedCommand): CardAnswer {
    if (p1 > 0x7f) return answer(statusWord.wrongP1P2);
    const content = this.#here.ef?.content;
    if (!content) return answer(statusWord.noCurrentFile);
    if (ne === undefined) return answer(statusWord.wrongLength);
    const rest = content.subarray((p1 << 8) | p2);
    if (rest.length === 0) return answer(statusWord.outsideTheFile);
    if (ne === 'all') return rest.length < 256 ? answer(wrongLe | rest.length) : done(rest.subarray(0, 256));
    return ne > rest.length ? answer(statusWord.endOfFile, rest) : done(rest.subarray(0, ne));
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
      default: // by AID: there is no application on this card
        return undefined;
    }
  }
}
