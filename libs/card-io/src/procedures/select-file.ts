// SPDX-License-Identifier: AGPL-3.0-or-later
import { selectApplication, selectBelow, selectPath, selectSibling } from '../commands/select';
import type { SelectOutcome } from '../commands/select';
import type { FilePath } from '../profiles/card-profile';
import type { CardSession } from '../session/card-session';
import type { CardFault } from '../session/fault';

export interface FilePlace {
  /** The AID of the application that holds the file; none: the path begins at the MF. */
  readonly application?: string | undefined;
  readonly path: FilePath;
  /** The file selected last, when it is known. */
  readonly current?: FilePath | undefined;
}

/** One APDU for a file at any depth; two for one in an application. */
export async function selectFile(session: CardSession, { application, path, current }: FilePlace): Promise<SelectOutcome | CardFault> {
  if (application !== undefined) {
    const entered = await session.run(selectApplication(application));
    return entered.kind === 'selected' ? session.run(selectBelow(path)) : entered;
  }
  const fid = path.at(-1);
  const isBesideCurrent = current !== undefined && path.slice(0, -1).join() === current.slice(0, -1).join();
  if (fid === undefined || !isBesideCurrent) return session.run(selectPath(path));
  const selected = await session.run(selectSibling(fid));
  // Not every card knows the short way.
  return selected.kind === 'refused' ? session.run(selectPath(path)) : selected;
}
