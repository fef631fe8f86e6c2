// SPDX-License-Identifier: AGPL-3.0-or-later
/** A code as it is meant, however it was typed: blanks gone, letters a–z in capitals. Other letters stay as they are, since some would become two. */
export function compactCapitals(text: string): string {
  return text.replace(/\s/g, '').replace(/[a-z]/g, (letter) => letter.toUpperCase());
}
