// SPDX-License-Identifier: AGPL-3.0-or-later
import { assertNever } from '@sportello/domain';
import type { CardFinding } from './card-finding';
import { outcomeOf } from './card-finding';
import { SELF_CHECK_STYLE } from './self-check-style';
import { REVOCATION_WORDS, SELF_CHECK_WORDS } from './self-check-words';
import type { SelfCheckLanguage, SelfCheckWords } from './self-check-words';

/** What the page says besides what was found. */
export interface SelfCheckSurroundings {
  /** Where the other pages are. */
  readonly publicOrigin: string;
  /** Whom a citizen calls. */
  readonly phone: string;
  /** A trust anchor is a test's. */
  readonly isTest: boolean;
}

/** Where each language is. */
export const SELF_CHECK_PATHS: Readonly<Record<SelfCheckLanguage, string>> = { it: '/', en: '/en' };

/** The whole answer, in one file. */
export function selfCheckPage(finding: CardFinding, language: SelfCheckLanguage, { publicOrigin, phone, isTest }: SelfCheckSurroundings): string {
  const words = SELF_CHECK_WORDS[language];
  const outcome = outcomeOf(finding);
  const { heading, text, steps } = words.outcomes[outcome];
  const fill = (line: string): string => escaped(line.replace('{date}', dateIn(finding, language)).replace('{phone}', phone));
  const other = language === 'it' ? 'en' : 'it';
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${escaped(words.title)} · TS-CNS</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<style>${SELF_CHECK_STYLE}</style>
</head>
<body>
${isTest ? `<p class="test">${escaped(words.test)}</p>\n` : ''}<header><span>Sportello TS-CNS</span><a href="${SELF_CHECK_PATHS[other]}" lang="${other}" hreflang="${other}">${words.other}</a></header>
<main>
<h1>${escaped(words.title)}</h1>
<p>${escaped(words.question)}</p>
<section class="${outcome}" aria-labelledby="found">
<h2 id="found">${fill(heading)}</h2>
<p>${fill(text)}</p>
${factsOf(finding, language, words)}<h3>${escaped(words.whatToDo)}</h3>
<ol>
${steps.map((step) => `<li>${fill(step)}</li>`).join('\n')}
</ol>
</section>
<p class="links"><a class="button" href="${SELF_CHECK_PATHS[language]}">${escaped(words.again)}</a><a href="${escaped(publicOrigin)}/dove-attivarla">${escaped(words.desks)}</a><a href="${escaped(publicOrigin)}/richiedi-la-revoca">${escaped(words.revocation)}</a></p>
<p class="help">${escaped(words.nothingKept)}</p>
</main>
</body>
</html>
`;
}

function factsOf(finding: CardFinding, language: SelfCheckLanguage, words: SelfCheckWords): string {
  if (finding.kind !== 'in-force') return '';
  const facts: readonly (readonly [string, string | null])[] = [
    [words.card, finding.cardEnding],
    [words.until, writtenDate(finding.until, language)],
    [words.checked, REVOCATION_WORDS[language][outcomeOf(finding)] ?? null],
  ];
  const rows = facts.flatMap(([name, value]) => (value === null ? [] : [`<div><dt>${escaped(name)}</dt><dd>${escaped(value)}</dd></div>`]));
  return `<dl>\n${rows.join('\n')}\n</dl>\n`;
}

/** The day that the words are about. */
function dateIn(finding: CardFinding, language: SelfCheckLanguage): string {
  switch (finding.kind) {
    case 'not-yet-valid':
      return writtenDate(finding.from, language);
    case 'expired':
      return writtenDate(finding.until, language);
    case 'in-force':
      return finding.standing.revokedAt === null ? '' : writtenDate(new Date(finding.standing.revokedAt), language);
    case 'none':
    case 'untrusted':
    case 'unusable':
      return '';
    default:
      return assertNever(finding);
  }
}

function writtenDate(instant: Date, language: SelfCheckLanguage): string {
  return new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', { timeZone: 'Europe/Rome', day: 'numeric', month: 'long', year: 'numeric' }).format(instant);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
