// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ACT_FAMILIES,
  AUDITED_ACTS,
  AUDIT_OUTCOMES,
  AUDIT_SUBJECTS,
  AUTHORITY_ANSWERS,
  CALLER_KINDS,
  CALL_CATEGORIES,
  CALL_CHANNELS,
  CALL_FOLLOW_UPS,
  CALL_OUTCOMES,
  CALL_STATES,
  CARD_SOFTWARE, CARD_STATES,
  CASE_STATES,
  CERTIFICATE_ACTS,
  CERTIFICATE_REVOCATION_REASONS,
  CHECKS,
  CHECK_ADVICE,
  CHOOSABLE_DOCUMENT_TYPES,
  CIE_BLOCK_DATA,
  CIP_COMPANIONS,
  CORRECTION_FIELDS,
  DOCUMENT_TYPES,
  FINDING_RULES,
  HOLIDAYS,
  IDENTIFICATION_WAYS,
  LEAVING_REASONS,
  LOG_STOPS,
  LOT_STATES,
  MATTER_KINDS,
  MATTER_OUTCOMES,
  MATTER_RULES,
  MODES_OF_ACTIVATION,
  NOT_BY_PHONE,
  PERMISSIONS,
  PERSON_STATES,
  PLACES_TO_GO,
  REPLACEMENT_CHECKLIST,
  REVOCATION_ASKERS,
  REVOCATION_CAUSES,
  REVOCATION_EFFECTS,
  REVOCATION_STANDINGS,
  REVOCATION_STATES,
  ROLES,
  REVOCATION_ASKER_RULES,
  SCRIPT_STEPS,
  SERVICE_AGES,
  SHEET_LOSS_REASONS,
  SIGN_OUT_REASONS,
  SPID_RECOGNITION_WAYS,
  SPID_REQUIREMENTS,
  VERDICTS,
  effectsToRead,
} from '@sportello/domain';
import type { Finding } from '@sportello/domain';
import { PrinterCondition, PROBLEM_CODES, ReaderCondition, REFUSAL_REASONS, WRITE_PHASES } from '@sportello/contracts';
import { NAMED_FACTS } from '../features/log/row-facts';
import { ASKED_FOR } from '../features/public-revocation/asking-draft';
import { GAP_FIELDS } from '../features/public-revocation/gap-fields';
import { hasSentence, wordsCodeOf } from '../ui/notice/problem-tones';
import { TOLD_CONDITIONS } from '../ui/notice/told-printer';
import front from './front/it.json';
import { en, it } from '../testing/catalogues';

type Catalogue = { readonly [key: string]: string | Catalogue };

function wordsOf(catalogue: Catalogue, prefix = ''): ReadonlyMap<string, string> {
  const entries = Object.entries(catalogue).flatMap(([key, value]): (readonly [string, string])[] =>
    typeof value === 'string' ? [[prefix + key, value]] : [...wordsOf(value, `${prefix}${key}.`)],
  );
  return new Map(entries);
}

const italian = wordsOf(it);
const english = wordsOf(en);

describe('the two catalogues', () => {
  test('have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...italian.keys()].sort());
  });

  test('have the same gaps to fill in each sentence', () => {
    const gaps = (text: string | undefined) => [...(text ?? '').matchAll(/{{(\w+)}}/g)].map(([, name]) => name).sort();
    for (const [key, text] of italian) expect([key, ...gaps(english.get(key))]).toEqual([key, ...gaps(text)]);
  });

  test('say nothing of errors, codes or attention, in the voice of the house', () => {
    for (const text of italian.values()) expect(text).not.toMatch(/errore|attenzione!|siamo spiacenti/i);
  });
});

describe('the catalogue of the sign-in page', () => {
  test('has all that the page says before anybody has signed in', () => {
    const source = join(__dirname, '..');
    const files = ['features/sign-in', 'ui/test-banner', 'ui/front-header'].flatMap((folder) => readdirSync(join(source, folder)).filter((file) => /(?<!\.spec)\.(ts|html)$/.test(file)).map((file) => join(source, folder, file)));
    const sections = [...files, join(source, 'ui/words/language-switch.ts')].flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/['"`]([a-zA-Z]+)\.[a-zA-Z$'"]/g)].map(([, section]) => section ?? '')).filter((section) => section in it);
    expect(sections).toContain('signIn');
    expect([...new Set(sections)].filter((section) => !(section in front))).toEqual([]);
  });
});

describe('words for what may come', () => {
  test('every state of a case, and of a card', () => {
    for (const state of CASE_STATES) for (const key of [`states.${state}`, `toFinish.${state}`, `sentences.${state}`]) expect(italian.has(key)).toBe(true);
    for (const state of CARD_STATES) expect(italian.has(`cardStates.${state}`)).toBe(true);
  });

  test('every problem, with a sentence to say where there is one', () => {
    for (const code of PROBLEM_CODES) {
      const words = `problems.${wordsCodeOf(code)}`;
      expect([code, italian.has(`${words}.title`), italian.has(`${words}.text`)]).toEqual([code, true, true]);
      expect([code, italian.has(`${words}.sentence`)]).toEqual([code, hasSentence(code)]);
    }
  });

  test('every trouble of a printer, on the bar and in a case, and what to do about it', () => {
    for (const condition of TOLD_CONDITIONS) {
      for (const key of ['title', 'forms', 'text']) expect([condition, italian.has(`printer.${condition}.${key}`)]).toEqual([condition, true]);
    }
    const troubled = PrinterCondition.options.filter((condition) => !['ready', 'printing', 'unknown'].includes(condition));
    expect(TOLD_CONDITIONS.filter((condition) => condition !== 'printing').sort()).toEqual([...troubled].sort());
    for (const condition of troubled) for (const id of ['envelopes', 'forms']) expect([condition, italian.has(`devices.${id}.${condition}`)]).toEqual([condition, true]);
  });

  test('every type of document, reason to refuse and phase of the write', () => {
    for (const type of DOCUMENT_TYPES) expect(italian.has(`documentTypes.${type}`)).toBe(true);
    for (const type of DOCUMENT_TYPES) expect([type, italian.has(`documentRefusals.document-expired.${type}`)]).toEqual([type, true]);
    for (const type of CHOOSABLE_DOCUMENT_TYPES) expect([type, italian.has(`documentRefusals.document-not-accepted.${type}`)]).toEqual([type, true]);
    for (const reason of REFUSAL_REASONS) expect(italian.has(`refuse.reasons.${reason}`)).toBe(true);
    for (const phase of WRITE_PHASES) expect(italian.has(`writing.phases.${phase}.title`)).toBe(true);
  });
});

describe('words for people', () => {
  test('every permission and role, and every state and reason', () => {
    for (const permission of PERMISSIONS) expect([permission, italian.has(`permissions.words.${permission}`)]).toEqual([permission, true]);
    for (const role of ROLES) expect([role, italian.has(`roles.${role}`), italian.has(`people.roleHelp.${role}`)]).toEqual([role, true, true]);
    for (const state of PERSON_STATES) expect(italian.has(`people.states.${state}`)).toBe(true);
    for (const reason of LEAVING_REASONS) expect(italian.has(`people.leaving.reasons.${reason}`)).toBe(true);
    for (const reason of SIGN_OUT_REASONS) expect(italian.has(`people.signOut.reasons.${reason}`)).toBe(true);
  });
});

describe('words for the log', () => {
  test('every act and family, outcome, subject and fact, and every reason why it is not sealed', () => {
    for (const act of AUDITED_ACTS) expect([act, italian.has(`log.acts.${act}`)]).toEqual([act, true]);
    for (const family of ACT_FAMILIES) expect([family, italian.has(`log.families.${family}`)]).toEqual([family, true]);
    for (const outcome of AUDIT_OUTCOMES) expect(italian.has(`log.outcomes.${outcome}`)).toBe(true);
    for (const subject of AUDIT_SUBJECTS) expect([subject, italian.has(`log.subjects.${subject}`)]).toEqual([subject, true]);
    for (const fact of NAMED_FACTS) expect([fact, italian.has(`log.factNames.${fact}`)]).toEqual([fact, true]);
    for (const stop of LOG_STOPS) expect([stop, italian.has(`log.stops.${stop}.title`), italian.has(`log.stops.${stop}.text`)]).toEqual([stop, true, true]);
  });
});

describe('words for the help desk', () => {
  const words = (keys: readonly string[]) => keys.filter((key) => !italian.has(key));

  test('every step of a script, and every place and act that it names', () => {
    expect(words(SCRIPT_STEPS.flatMap((step) => [`helpDesk.steps.${step}.title`, `helpDesk.steps.${step}.say`]))).toEqual([]);
    expect(words([...NOT_BY_PHONE.map((act) => `helpDesk.notByPhone.${act}`), ...PLACES_TO_GO.map((place) => `helpDesk.goTo.${place}`)])).toEqual([]);
    expect(words([...SPID_REQUIREMENTS.map((each) => `helpDesk.spidRequirements.${each}`), ...SPID_RECOGNITION_WAYS.map((each) => `helpDesk.spidWays.${each}`)])).toEqual([]);
    expect(words([...CIE_BLOCK_DATA.map((each) => `helpDesk.cieBlockData.${each}`), ...REPLACEMENT_CHECKLIST.map((each) => `helpDesk.replacement.${each}`), ...CARD_SOFTWARE.map((each) => `helpDesk.cardSoftware.${each}`)])).toEqual([]);
  });

  test('every category, caller, channel, outcome, follow-up and state of a call, and every holiday', () => {
    const sets = { categories: CALL_CATEGORIES, callerKinds: CALLER_KINDS, channels: CALL_CHANNELS, outcomes: CALL_OUTCOMES, followUps: CALL_FOLLOW_UPS, states: CALL_STATES, holidays: HOLIDAYS, modes: MODES_OF_ACTIVATION, effects: REVOCATION_EFFECTS };
    for (const [set, names] of Object.entries(sets)) expect(words(names.map((name) => `helpDesk.${set}.${name}`))).toEqual([]);
    expect(words(CIP_COMPANIONS.map((companion) => `helpDesk.caller.companions.${companion}`))).toEqual([]);
  });

  test('every state, reason, act, asker, way, cause, answer and age of a request', () => {
    const sets = { states: REVOCATION_STATES, stateHelp: REVOCATION_STATES, reasons: CERTIFICATE_REVOCATION_REASONS, acts: CERTIFICATE_ACTS, askers: REVOCATION_ASKERS, ways: IDENTIFICATION_WAYS, causes: REVOCATION_CAUSES, answers: AUTHORITY_ANSWERS, ages: SERVICE_AGES, standings: REVOCATION_STANDINGS };
    for (const [set, names] of Object.entries(sets)) expect(words(names.map((name) => `revocations.${set}.${name}`))).toEqual([]);
    expect(words(LOT_STATES.map((state) => `revocations.lots.states.${state}`))).toEqual([]);
  });
});

describe('words for whoever asks for a revocation by themselves', () => {
  test('every reason, effect and next step, for whom one may ask, and what may be missing', () => {
    for (const reason of REVOCATION_ASKER_RULES.holder.reasons) {
      expect([reason, italian.has(`publicRevocation.why.reasons.${reason}`)]).toEqual([reason, true]);
      for (const effect of effectsToRead('revocation', reason, true)) expect([effect, italian.has(`publicRevocation.effects.${effect}`)]).toEqual([effect, true]);
    }
    for (const kind of ASKED_FOR) expect([kind, italian.has(`publicRevocation.who.kinds.${kind ?? 'myself'}`)]).toEqual([kind, true]);
    for (const gap of Object.keys(GAP_FIELDS)) expect([gap, italian.has(`publicRevocation.gaps.${gap}`)]).toEqual([gap, true]);
    for (const step of REPLACEMENT_CHECKLIST.filter((each) => each !== 'revocation-requested')) expect([step, italian.has(`publicRevocation.recorded.steps.${step}`)]).toEqual([step, true]);
  });
});

describe('words for a functional check', () => {
  test('every check, finding and verdict, and what is done and said', () => {
    for (const check of CHECKS) expect(italian.has(`cardCheck.checks.${check}`)).toBe(true);
    for (const finding of Object.keys(FINDING_RULES)) expect([finding, italian.has(`cardCheck.findings.${finding}`)]).toEqual([finding, true]);
    for (const verdict of VERDICTS) expect(italian.has(`cardCheck.verdicts.${verdict}`)).toBe(true);
    for (const advice of CHECK_ADVICE) expect([advice, italian.has(`cardCheck.advice.${advice}.do`), italian.has(`cardCheck.advice.${advice}.sentence`)]).toEqual([advice, true, true]);
  });
});

describe('words for what is compared', () => {
  const findings: Readonly<Record<Finding['kind'], true>> = {
    equal: true,
    'equal-but-for-accents': true,
    'cut-off': true,
    omocode: true,
    'provisional-code': true,
    'second-name-more': true,
    'second-name-less': true,
    'married-name': true,
    'second-surname-more': true,
    'second-surname-less': true,
    'other-order': true,
    transliteration: true,
    swapped: true,
    differs: true,
    missing: true,
  };

  test('every finding, and every slip in a zone', () => {
    for (const kind of Object.keys(findings)) expect([kind, italian.has(`comparison.findings.${kind}`)]).toEqual([kind, true]);
    for (const part of ['shape', 'number', 'birth-date', 'expiry', 'composite']) expect([part, italian.has(`mrz.slips.${part}`)]).toEqual([part, true]);
  });
});

describe('words for the record of a case', () => {
  test('every datum that can be corrected', () => {
    for (const field of CORRECTION_FIELDS) expect([field, italian.has(`correction.fields.${field}`)]).toEqual([field, true]);
  });
});

describe('words for sheets and day', () => {
  test('every condition of a device in the self-test', () => {
    for (const condition of [...PrinterCondition.options, ...ReaderCondition.options]) expect([condition, italian.has(`day.conditions.${condition}`)]).toEqual([condition, true]);
  });

  test('every matter, its outcomes, and every reason for which a sheet is lost', () => {
    for (const kind of MATTER_KINDS) {
      expect([kind, italian.has(`matters.kinds.${kind}.title`), italian.has(`matters.kinds.${kind}.text`)]).toEqual([kind, true, true]);
      for (const outcome of MATTER_RULES[kind].outcomes) expect([kind, outcome, italian.has(`matters.choices.${kind}.${outcome}`)]).toEqual([kind, outcome, true]);
    }
    for (const outcome of MATTER_OUTCOMES) expect(italian.has(`matters.outcomes.${outcome}`)).toBe(true);
    for (const reason of SHEET_LOSS_REASONS) expect([reason, italian.has(`sheets.lossReasons.${reason}`)]).toEqual([reason, true]);
  });
});

describe('the glossary', () => {
  test.each([
    ['states.recognised', 'Tessera riconosciuta'],
    ['states.printed', 'Busta stampata'],
    ['states.written', 'Attivata, da consegnare'],
    ['states.undelivered', 'Non consegnata'],
    ['problems.wrong-sheet.title', 'Foglio diverso dall’atteso'],
    ['problems.minor-as-holder.title', 'Serve un genitore o tutore'],
    ['problems.no-chip.title', 'Tessera senza microchip'],
    ['problems.already-active.title', 'Già attiva: usa Duplicato'],
    ['revocations.states.logged', 'Registrata'],
    ['revocations.states.verified', 'Verificata'],
    ['revocations.states.transmitted', 'Trasmessa'],
    ['revocations.states.accepted', 'Accettata'],
    ['revocations.states.confirmed', 'Confermata'],
    ['revocations.states.rejected', 'Respinta'],
    ['revocations.title', 'Richieste di revoca'],
    ['helpDesk.caller.cip', 'Codice utente (CIP)'],
    ['problems.cip-mismatch.title', 'Dati non riconosciuti'],
    ['cardAway.title', 'Tessera tolta: reinseriscila.'],
    ['today.held.one', 'busta in custodia'],
  ])('%s', (key, words) => {
    expect(italian.get(key)).toBe(words);
  });
});

describe('keys in the sources', () => {
  const sources = join(__dirname, '..');
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(ts|html)$/.test(file) && !/\.spec\.ts$|testing/.test(file));
  const text = files.map((file) => readFileSync(join(sources, file), 'utf8')).join('\n');
  const told = [...text.matchAll(/'([a-z][A-Za-z]*(?:\.[A-Za-z][\w-]*)+)'/g)].map(([, key]) => key ?? '');

  test('each whole key that is asked for exists', () => {
    const roots = new Set(Object.keys(it));
    const permissions = new Set<string>(PERMISSIONS);
    const asked = told.filter((key) => roots.has(key.split('.')[0] ?? '') && !permissions.has(key));
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((key) => !italian.has(key))).toEqual([]);
  });
});
