// SPDX-License-Identifier: AGPL-3.0-or-later
export type CodeShape = 'codice-fiscale' | 'id-carta';

const SIZES: Readonly<Record<CodeShape, readonly number[]>> = {
  'codice-fiscale': [3, 3, 5, 4, 1],
  'id-carta': [4, 4, 4, 4],
};

/** RSS MRA 80A41 H501 Y; 6090 4120 7735 8013. A text of another length stays in one piece. */
export function groupsOf(text: string, shape: CodeShape): readonly string[] {
  const sizes = SIZES[shape];
  if (text.length !== sizes.reduce((sum, size) => sum + size, 0)) return [text];
  return sizes.map((size, index) => {
    const start = sizes.slice(0, index).reduce((sum, before) => sum + before, 0);
    return text.slice(start, start + size);
  });
}
