// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseView } from '@sportello/contracts';
import type { CitizenClient } from './citizen-client';
import type { DeskClient } from './desk-client';
import type { HintStream } from './hint-stream';
import { patienceMs } from './patience';

type Signing = { readonly desk: DeskClient; readonly citizens: CitizenClient; readonly worldHints: HintStream };

/** Each declaration that the case asks for comes out of the printer, is signed, and its barcode scanned. The case as it is then. */
export const signDeclarations = async (found: CaseView, { desk, citizens, worldHints }: Signing): Promise<CaseView> => {
  let signed = found;
  for (const declaration of found.needs?.declarations ?? []) {
    const before = await citizens.signedPapers();
    await desk.printDeclaration(found.id, declaration);
    const number = await worldHints.until('the declaration', patienceMs, async () => {
      const papers = await citizens.signedPapers();
      // Newest first.
      return papers.length > before.length ? papers[0] : undefined;
    });
    signed = await desk.scan(found.id, number);
  }
  return signed;
};
