// SPDX-License-Identifier: AGPL-3.0-or-later
/** The story did not end as it should: its message is the sentence that says where and why. */
export class StoryBroken extends Error {
  override readonly name = 'StoryBroken';
}
