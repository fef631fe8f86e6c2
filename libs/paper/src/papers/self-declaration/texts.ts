// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Declaration, SigningWay } from '@sportello/domain';
import type { Paragraph } from '../../text/catalogue';
import type { Language } from '../../text/language';

export interface SelfDeclarationTexts {
  /** By the article that the declaration rests on: of states and qualities, or of facts that the declarant knows. */
  readonly titles: Readonly<Record<'art. 46' | 'art. 47', string>>;
  readonly subtitle: (article: string) => string;
  readonly formNumberAlt: (formNumber: string) => string;
  readonly declarant: string;
  readonly fullName: string;
  readonly states: string;
  readonly declared: Readonly<Record<Declaration, string>>;
  readonly lossOf: (reason: string) => string;
  readonly holders: (count: number) => string;
  /** A card of the same visit that is written in by hand. */
  readonly further: string;
  readonly holder: (number: number) => string;
  readonly ownCard: string;
  readonly holderValue: (name: string, birthDate: string, codiceFiscale: string, cardLast4: string) => readonly [string, string, string];
  readonly decree: string;
  readonly decreeNumber: string;
  readonly decreeDate: string;
  readonly court: string;
  readonly powers: string;
  readonly powersValue: string;
  readonly emancipation: string;
  readonly emancipatedBy: string;
  readonly warning: Paragraph;
  readonly notice: (version: string) => string;
  readonly placeAndDate: string;
  readonly signatures: Readonly<Record<SigningWay, string>>;
  /** How an official takes down what somebody declares who cannot sign (DPR 445/2000 art. 4). */
  readonly attested: Paragraph;
  readonly official: readonly [string, string];
  readonly witnesses: readonly [string, string];
}

export const SELF_DECLARATION_TEXTS: Readonly<Record<Language, SelfDeclarationTexts>> = {
  it: {
    titles: { 'art. 46': 'Autocertificazione', 'art. 47': 'Dichiarazione sostitutiva di atto di notorietà' },
    subtitle: (article) => `Resa allo sportello per la TS-CNS (${article} del DPR 445/2000)`,
    formNumberAlt: (formNumber) => `Codice a barre della dichiarazione ${formNumber}`,
    declarant: 'Chi dichiara',
    fullName: 'Cognome e nome',
    states: 'Dichiaro',
    declared: {
      'parental-responsibility': 'di esercitare la responsabilità genitoriale sui minori indicati qui sotto.',
      guardianship: 'di essere il tutore delle persone indicate qui sotto.',
      curatorship: 'di essere il curatore delle persone indicate qui sotto.',
      'support-administration': 'di essere l’amministratore di sostegno delle persone indicate qui sotto, nominato con il decreto indicato, e che i poteri conferiti comprendono questo atto.',
      emancipation: 'di essere minore emancipato (art. 390 del codice civile) per il titolo indicato qui sotto.',
      'loss-of-codes': 'di non disporre più dei codici della tessera indicata qui sotto e di chiederne di nuovi. So che con i nuovi quelli di prima non valgono più.',
    },
    lossOf: (reason) => `Motivo: ${reason}.`,
    holders: (count) => (count === 1 ? 'La tessera di' : 'Le tessere di'),
    further: 'Altra tessera, a mano',
    holder: (number) => `Titolare ${number}`,
    ownCard: 'Titolare',
    holderValue: (name, birthDate, code, card) => [name, `, data di nascita ${birthDate}, codice fiscale ${code}, ID_Carta che finisce per `, card],
    decree: 'Il decreto di nomina',
    decreeNumber: 'Numero',
    decreeDate: 'Data',
    court: 'Tribunale',
    powers: 'Poteri',
    powersValue: 'comprendono questo atto',
    emancipation: 'Il titolo',
    emancipatedBy: 'Matrimonio o decreto',
    warning: {
      title: 'Chi dichiara il falso commette un reato.',
      text: 'So che le dichiarazioni false e gli atti falsi sono puniti dal codice penale (art. 76 del DPR 445/2000), che lo sportello può controllare quanto dichiarato (art. 71) e che chi ha dichiarato il falso perde ciò che ha ottenuto (art. 75).',
    },
    notice: (version) => `Ho preso visione dell’informativa sul trattamento dei dati (versione ${version}).`,
    placeAndDate: 'Luogo e data',
    signatures: { 'own-hand': 'Firma di chi dichiara', mark: 'Segno di chi dichiara' },
    attested: {
      title: 'Chi dichiara non sa o non può firmare',
      text: 'Attesto che la dichiarazione è stata resa davanti a me da chi la fa, di cui ho accertato l’identità, e che un impedimento non gli permette di firmare (art. 4 del DPR 445/2000).',
    },
    official: ['Luogo e data', 'Firma del pubblico ufficiale'],
    witnesses: ['Testimone, se presente', 'Altro testimone, se presente'],
  },
  en: {
    titles: { 'art. 46': 'Self-declaration', 'art. 47': 'Declaration in place of an affidavit' },
    subtitle: (article) => `Made at the desk for the TS-CNS (${article} of Presidential Decree 445/2000)`,
    formNumberAlt: (formNumber) => `Bar code of declaration ${formNumber}`,
    declarant: 'Who declares',
    fullName: 'Surname and name',
    states: 'I declare',
    declared: {
      'parental-responsibility': 'that I exercise parental responsibility over the minors named below.',
      guardianship: 'that I am the guardian of the persons named below.',
      curatorship: 'that I am the curator of the persons named below.',
      'support-administration': 'that I am the support administrator of the persons named below, appointed by the decree named below, and that the powers given to me cover this act.',
      emancipation: 'that I am an emancipated minor (art. 390 of the Civil Code) by the title named below.',
      'loss-of-codes': 'that I no longer have the codes of the card named below, and that I ask for new ones. I know that with the new ones the former ones are no longer valid.',
    },
    lossOf: (reason) => `Reason: ${reason}.`,
    holders: (count) => (count === 1 ? 'The card of' : 'The cards of'),
    further: 'Another card, by hand',
    holder: (number) => `Holder ${number}`,
    ownCard: 'Holder',
    holderValue: (name, birthDate, code, card) => [name, `, born on ${birthDate}, codice fiscale ${code}, ID_Carta ending in `, card],
    decree: 'The decree of appointment',
    decreeNumber: 'No.',
    decreeDate: 'Date',
    court: 'Court',
    powers: 'Powers',
    powersValue: 'they cover this act',
    emancipation: 'The title',
    emancipatedBy: 'Marriage or decree',
    warning: {
      title: 'Whoever declares what is not true commits an offence.',
      text: 'I know that false declarations and false documents are punished by criminal law (art. 76 of Presidential Decree 445/2000), that the desk may check what is declared (art. 71), and that whoever declared what is not true loses what they obtained (art. 75).',
    },
    notice: (version) => `I have read the notice on the processing of personal data (version ${version}).`,
    placeAndDate: 'Place and date',
    signatures: { 'own-hand': 'Signature of who declares', mark: 'Mark of who declares' },
    attested: {
      title: 'Who declares cannot sign',
      text: 'I attest that the declaration was made before me by the person who makes it, whose identity I have verified, and that an impediment keeps them from signing (art. 4 of Presidential Decree 445/2000).',
    },
    official: ['Place and date', 'Signature of the public official'],
    witnesses: ['Witness, if present', 'Another witness, if present'],
  },
  de: {
    titles: { 'art. 46': 'Eigenerklärung', 'art. 47': 'Ersatzerklärung einer Notorietätsurkunde' },
    subtitle: (article) => `Am Schalter für die TS-CNS abgegeben (DPR 445/2000, ${article})`,
    formNumberAlt: (formNumber) => `Strichcode der Erklärung ${formNumber}`,
    declarant: 'Wer erklärt',
    fullName: 'Nachname und Vorname',
    states: 'Ich erkläre,',
    declared: {
      'parental-responsibility': 'dass ich die elterliche Verantwortung für die unten genannten Minderjährigen ausübe.',
      guardianship: 'dass ich Vormund der unten genannten Personen bin.',
      curatorship: 'dass ich Kurator/in der unten genannten Personen bin.',
      'support-administration': 'dass ich Sachwalter/in der unten genannten Personen bin, ernannt mit dem unten genannten Dekret, und dass die übertragenen Befugnisse diese Handlung umfassen.',
      emancipation: 'dass ich aus dem unten genannten Grund eine vorzeitig mündige minderjährige Person bin (Art. 390 des Zivilgesetzbuches).',
      'loss-of-codes': 'dass ich die Codes der unten genannten Karte nicht mehr habe und neue beantrage. Ich weiß, dass mit den neuen die bisherigen nicht mehr gelten.',
    },
    lossOf: (reason) => `Grund: ${reason}.`,
    holders: (count) => (count === 1 ? 'Die Karte von' : 'Die Karten von'),
    further: 'Weitere Karte, von Hand',
    holder: (number) => `Inhaber/in ${number}`,
    ownCard: 'Inhaber/in',
    holderValue: (name, birthDate, code, card) => [name, `, geboren am ${birthDate}, Steuernummer ${code}, ID_Carta mit den Endziffern `, card],
    decree: 'Das Ernennungsdekret',
    decreeNumber: 'Nummer',
    decreeDate: 'Datum',
    court: 'Gericht',
    powers: 'Befugnisse',
    powersValue: 'umfassen diese Handlung',
    emancipation: 'Der Grund',
    emancipatedBy: 'Ehe oder Dekret',
    warning: {
      title: 'Wer Unwahres erklärt, macht sich strafbar.',
      text: 'Ich weiß, dass unwahre Erklärungen und falsche Urkunden strafrechtlich verfolgt werden (Art. 76 des DPR 445/2000), dass der Schalter das Erklärte überprüfen kann (Art. 71) und dass, wer Unwahres erklärt hat, das Erlangte verliert (Art. 75).',
    },
    notice: (version) => `Ich habe den Hinweis zur Verarbeitung meiner Daten gelesen (Version ${version}).`,
    placeAndDate: 'Ort und Datum',
    signatures: { 'own-hand': 'Unterschrift der erklärenden Person', mark: 'Handzeichen der erklärenden Person' },
    attested: {
      title: 'Die erklärende Person kann nicht unterschreiben',
      text: 'Ich bestätige, dass die Erklärung vor mir von der Person abgegeben wurde, deren Identität ich festgestellt habe, und dass ein Hindernis sie am Unterschreiben hindert (Art. 4 des DPR 445/2000).',
    },
    official: ['Ort und Datum', 'Unterschrift der Amtsperson'],
    witnesses: ['Zeuge, falls anwesend', 'Weiterer Zeuge, falls anwesend'],
  },
};
