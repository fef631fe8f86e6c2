// SPDX-License-Identifier: AGPL-3.0-or-later
/** Beginnings of words that look like somebody's health, folded. A warning to whoever writes a note, and never a refusal: a name may begin so too. */
const BEGINNINGS = [
  'diagnos', 'malatti', 'malato', 'malata', 'patologi', 'sintom', 'tumor', 'cancro', 'oncolog', 'metastas', 'leucem', 'chemioterap', 'radioterap', 'infart', 'ictus', 'cardiopat', 'diabet', 'insulin',
  'epiless', 'alzheimer', 'parkinson', 'demenz', 'sclerosi', 'paralis', 'ipovedent', 'schizofren', 'psichiatr', 'psicolog', 'depress', 'bipolar', 'autis', 'tossicodipend', 'alcolis',
  'sieropositiv', 'hiv', 'aids', 'epatit', 'tubercolos', 'gravidanz', 'incinta', 'aborto', 'dialisi', 'trapiant', 'ricover', 'degen', 'terapi', 'invalid', 'disabil', 'handicap', 'allettat', 'comatos',
  'disease', 'illness', 'cancer', 'diagnosed', 'pregnan', 'disabled', 'therap', 'hospitalis', 'hospitaliz',
] as const;

const HEALTH = new RegExp(`^(?:${BEGINNINGS.join('|')})`);

/** The words that look so, as they were written, each once; none: nothing to warn of. */
export function healthWordsIn(text: string): readonly string[] {
  const words = text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  return [...new Set(words.filter((word) => HEALTH.test(folded(word))))];
}

function folded(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
