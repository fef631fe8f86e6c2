// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardFile, DedicatedFile, ElementaryFile } from './card-file';

/** Where a card stands in its files: from the MF down to the current DF, and the current EF in it, if any. */
export interface FileLocation {
  readonly ancestry: readonly [masterFile: DedicatedFile, ...below: DedicatedFile[]];
  readonly ef: ElementaryFile | undefined;
}

export function atMasterFile(masterFile: DedicatedFile): FileLocation {
  return { ancestry: [masterFile], ef: undefined };
}

export function currentDf({ ancestry }: FileLocation): DedicatedFile {
  return ancestry.at(-1) ?? ancestry[0];
}

/** Down a path of FIDs; undefined when one of them is not there. An EF has nothing below it. */
export function descend(start: FileLocation, fids: readonly string[]): FileLocation | undefined {
  return fids.reduce<FileLocation | undefined>((here, fid) => here && (here === start || !here.ef ? enter(here, fid) : undefined), start);
}

/** SELECT by file identifier: the MF, a child of the current DF, the current DF itself, its parent, or a DF beside it (ISO 7816-4 §7.1.1). */
export function findByFid(here: FileLocation, fid: string): FileLocation | undefined {
  const master = atMasterFile(here.ancestry[0]);
  if (fid === master.ancestry[0].fid) return master;
  const parent = parentOf(here);
  return enter(here, fid) ?? (currentDf(here).fid === fid ? { ...here, ef: undefined } : parent && siblingDf(parent, fid));
}

/** SELECT by DF name: the MF or a DF right below it. */
export function findByAid(here: FileLocation, aid: string): FileLocation | undefined {
  const [master] = here.ancestry;
  if (master.aid === aid) return atMasterFile(master);
  const application = master.children.find((file): file is DedicatedFile => file.kind === 'df' && file.aid === aid);
  return application && { ancestry: [master, application], ef: undefined };
}

export function parentOf({ ancestry: [master, ...below] }: FileLocation): FileLocation | undefined {
  return below.length === 0 ? undefined : { ancestry: [master, ...below.slice(0, -1)], ef: undefined };
}

function siblingDf(parent: FileLocation, fid: string): FileLocation | undefined {
  if (currentDf(parent).fid === fid) return parent;
  const beside = enter(parent, fid);
  return beside?.ef ? undefined : beside;
}

function enter({ ancestry }: FileLocation, fid: string): FileLocation | undefined {
  const child: CardFile | undefined = (ancestry.at(-1) ?? ancestry[0]).children.find((file) => file.fid === fid);
  if (!child) return undefined;
  return child.kind === 'ef' ? { ancestry, ef: child } : { ancestry: [...ancestry, child], ef: undefined };
}
