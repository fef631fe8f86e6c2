// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SelfCheckOutcome } from './card-finding';

export const SELF_CHECK_LANGUAGES = ['it', 'en'] as const;

export type SelfCheckLanguage = (typeof SELF_CHECK_LANGUAGES)[number];

/** `{date}` and `{phone}` are filled in. First what happened, then what is safe, then what to do. */
export interface OutcomeWords {
  readonly heading: string;
  readonly text: string;
  readonly steps: readonly string[];
}

export interface SelfCheckWords {
  readonly title: string;
  readonly question: string;
  readonly other: string;
  readonly whatToDo: string;
  readonly again: string;
  readonly desks: string;
  readonly revocation: string;
  readonly card: string;
  readonly until: string;
  readonly checked: string;
  readonly nothingKept: string;
  readonly test: string;
  readonly outcomes: Readonly<Record<SelfCheckOutcome, OutcomeWords>>;
}

const REOPEN_IT = 'Chiuda tutte le finestre del browser e lo riapra: la scelta fatta prima, anche «Annulla», resta finché il browser è aperto.';
const CHOOSE_IT = 'Quando il browser lo chiede scelga il certificato che comincia con il suo codice fiscale e scriva il PIN. Dopo tre PIN errati serve il PUK.';
const MEANWHILE_IT = 'Intanto per i servizi in rete può usare SPID o CIE. La tessera vale comunque per le cure e in farmacia.';
const NEW_CARD_IT = 'Per i servizi in rete serve una tessera nuova: la chieda alla sua ASL o all’Agenzia delle Entrate. Arriva per posta e si attiva a uno sportello.';
const CALL_IT = 'Se non sa come continuare chiami il numero {phone}, oppure venga a uno sportello con la tessera e un documento.';

const IT: SelfCheckWords = {
  title: 'La mia tessera funziona?',
  question: 'Questa pagina guarda il certificato della TS-CNS che il browser presenta, come fanno i servizi in rete.',
  other: 'English',
  whatToDo: 'Che cosa fare',
  again: 'Riprova',
  desks: 'Dove attivarla',
  revocation: 'Richiedi la revoca',
  card: 'Tessera il cui numero finisce con',
  until: 'Certificato valido fino al',
  checked: 'Revoca',
  nothingKept: 'Di questa prova non resta nulla, né il nome né il certificato: si conta soltanto com’è andata.',
  test: 'Ambiente di prova · Le tessere e i loro dati sono inventati.',
  outcomes: {
    none: {
      heading: 'Nessuna tessera letta',
      text: 'Il browser non ha presentato il certificato di una TS-CNS.',
      steps: [
        'Colleghi il lettore e inserisca la tessera, con il microchip in avanti. Si può usare dopo l’attivazione a uno sportello.',
        'Controlli di avere installato il software del suo tipo di tessera: la sigla è in alto a sinistra, per esempio AC2018.',
        REOPEN_IT,
        CHOOSE_IT,
        CALL_IT,
      ],
    },
    untrusted: {
      heading: 'Il certificato non è di una TS-CNS riconosciuta qui',
      text: 'Il browser ne ha presentato un altro, per esempio quello di una firma digitale o di un’altra carta.',
      steps: [REOPEN_IT, CHOOSE_IT, CALL_IT],
    },
    unusable: {
      heading: 'Questo certificato non serve per accedere',
      text: 'È di un certificatore riconosciuto, ma non è fatto per presentarsi ai servizi in rete.',
      steps: [REOPEN_IT, CHOOSE_IT, CALL_IT],
    },
    'not-yet-valid': {
      heading: 'Il certificato vale dal {date}',
      text: 'Prima di quel giorno i servizi in rete non lo accettano.',
      steps: ['Riprovi da quella data. Se le sembra sbagliata chiami il numero {phone}.', MEANWHILE_IT],
    },
    expired: {
      heading: 'Il certificato è scaduto il {date}',
      text: 'I servizi in rete non lo accettano più. La data stampata sulla tessera può essere diversa.',
      steps: ['La tessera nuova arriva per posta prima della scadenza di quella vecchia. Se non è arrivata la chieda alla sua ASL o all’Agenzia delle Entrate.', 'Quando arriva si attiva a uno sportello.', MEANWHILE_IT],
    },
    works: {
      heading: 'La tessera funziona',
      text: 'Il certificato è in vigore e non è revocato. Con il PIN può usare i servizi in rete.',
      steps: ['Se un servizio non la accetta, il problema è del servizio o del browser: chiuda tutte le finestre, riprovi, poi si rivolga a chi lo gestisce.', 'Tolga la tessera dal lettore quando ha finito.'],
    },
    'works-not-checked': {
      heading: 'La tessera risponde, la revoca non è stata controllata',
      text: 'Il certificato è in vigore. Se è stato revocato non lo sappiamo: il certificatore non ha risposto, o da qui non si può chiedere.',
      steps: ['Riprovi più tardi, oppure provi il servizio che le serve.', CALL_IT],
    },
    unknown: {
      heading: 'Il certificatore non conosce questo certificato',
      text: 'Il certificato è in vigore per le sue date, ma chi lo dovrebbe aver emesso non lo trova. I servizi in rete potrebbero non accettarlo.',
      steps: [CALL_IT, MEANWHILE_IT],
    },
    suspended: {
      heading: 'Il certificato è sospeso dal {date}',
      text: 'I servizi in rete non lo accettano finché è sospeso.',
      steps: ['Per riattivarlo venga di persona a uno sportello, con la tessera e un documento.', 'Se non l’ha chiesto lei, chiami subito il numero {phone}.', MEANWHILE_IT],
    },
    revoked: {
      heading: 'Il certificato è stato revocato il {date}',
      text: 'I servizi in rete non lo accettano più, e non si può tornare indietro.',
      steps: [NEW_CARD_IT, 'Se non l’ha chiesto lei, chiami il numero {phone}.', MEANWHILE_IT],
    },
  },
};

const REOPEN_EN = 'Close every window of the browser and open it again: what you chose before, “Cancel” too, holds as long as the browser is open.';
const CHOOSE_EN = 'When the browser asks, choose the certificate that begins with your codice fiscale and type the PIN. After three wrong PINs you need the PUK.';
const MEANWHILE_EN = 'Meanwhile you can use SPID or CIE for services on the net. The card is still good for health care and at the pharmacy.';
const NEW_CARD_EN = 'For services on the net you need a new card: ask your ASL or the Agenzia delle Entrate. It comes by post and is activated at a desk.';
const CALL_EN = 'If you do not know how to go on call {phone}, or come to a desk with the card and an identity document.';

const EN: SelfCheckWords = {
  title: 'Does my card work?',
  question: 'This page looks at the certificate of the TS-CNS that your browser offers, as services on the net do.',
  other: 'Italiano',
  whatToDo: 'What to do',
  again: 'Try again',
  desks: 'Where to activate it',
  revocation: 'Ask for the revocation',
  card: 'Card whose number ends in',
  until: 'Certificate valid until',
  checked: 'Revocation',
  nothingKept: 'Nothing is kept of this try, neither name nor certificate: only how it came out is counted.',
  test: 'Test environment · Cards and their data are invented.',
  outcomes: {
    none: {
      heading: 'No card was read',
      text: 'The browser offered no certificate of a TS-CNS.',
      steps: [
        'Connect the reader and insert the card, chip first. It can be used once a desk has activated it.',
        'Check that the software for your type of card is installed: its name is at the top left, for instance AC2018.',
        REOPEN_EN,
        CHOOSE_EN,
        CALL_EN,
      ],
    },
    untrusted: {
      heading: 'The certificate is not of a TS-CNS that is known here',
      text: 'The browser offered another one, for instance of a digital signature or of another card.',
      steps: [REOPEN_EN, CHOOSE_EN, CALL_EN],
    },
    unusable: {
      heading: 'This certificate is not for signing in',
      text: 'It is of a known authority, but not made for services on the net.',
      steps: [REOPEN_EN, CHOOSE_EN, CALL_EN],
    },
    'not-yet-valid': {
      heading: 'The certificate is valid from {date}',
      text: 'Before that day services on the net do not accept it.',
      steps: ['Try again from that day on. If it looks wrong to you call {phone}.', MEANWHILE_EN],
    },
    expired: {
      heading: 'The certificate expired on {date}',
      text: 'Services on the net accept it no more. The date printed on the card may be another.',
      steps: ['The new card comes by post before the old one expires. If it has not come, ask your ASL or the Agenzia delle Entrate.', 'When it comes, a desk activates it.', MEANWHILE_EN],
    },
    works: {
      heading: 'The card works',
      text: 'The certificate is in force and not revoked. With the PIN you can use services on the net.',
      steps: ['If a service does not accept it, that is the service’s or the browser’s: close every window, try again, then ask whoever runs the service.', 'Take the card out of the reader when you have finished.'],
    },
    'works-not-checked': {
      heading: 'The card answers, and revocation was not checked',
      text: 'The certificate is in force. Whether it was revoked we do not know: its authority did not answer, or cannot be asked from here.',
      steps: ['Try again later, or try the service that you need.', CALL_EN],
    },
    unknown: {
      heading: 'The authority does not know this certificate',
      text: 'By its dates the certificate is in force, but whoever should have issued it does not find it. Services on the net may refuse it.',
      steps: [CALL_EN, MEANWHILE_EN],
    },
    suspended: {
      heading: 'The certificate is suspended since {date}',
      text: 'Services on the net do not accept it as long as it is suspended.',
      steps: ['To take it back into use come to a desk in person, with the card and an identity document.', 'If you did not ask for it, call {phone} at once.', MEANWHILE_EN],
    },
    revoked: {
      heading: 'The certificate was revoked on {date}',
      text: 'Services on the net accept it no more, and that is final.',
      steps: [NEW_CARD_EN, 'If you did not ask for it, call {phone}.', MEANWHILE_EN],
    },
  },
};

export const SELF_CHECK_WORDS: Readonly<Record<SelfCheckLanguage, SelfCheckWords>> = { it: IT, en: EN };

/** What is said of the revocation of a certificate in force. */
export const REVOCATION_WORDS: Readonly<Record<SelfCheckLanguage, Readonly<Partial<Record<SelfCheckOutcome, string>>>>> = {
  it: { works: 'non revocato', 'works-not-checked': 'non controllata', unknown: 'certificato sconosciuto al certificatore', suspended: 'sospeso', revoked: 'revocato' },
  en: { works: 'not revoked', 'works-not-checked': 'not checked', unknown: 'unknown to its authority', suspended: 'suspended', revoked: 'revoked' },
};
