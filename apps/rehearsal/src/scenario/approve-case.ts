// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseView } from '@sportello/contracts';
import { DeskClient } from './desk-client';
import { StoryBroken } from './story-broken';

/** How somebody signs in. */
export type Credentials = { readonly username: string; readonly password: string };

/** A supervisor, at their own page, approves what an operator asked for. */
export const approveCase = async (deskAddress: URL, supervisor: Credentials | undefined, found: CaseView): Promise<void> => {
  if (supervisor === undefined) throw new StoryBroken('The case waits for a supervisor, and the demo was given none.');
  const page = await DeskClient.signIn(deskAddress, supervisor.username, supervisor.password);
  await page.approve(found.id, found.revision);
};
