// SPDX-License-Identifier: AGPL-3.0-or-later
import { mono, strong } from '../drawing/rich-text';
import type { Catalogue } from './catalogue';

const NOBODY_KNOWS = 'Auch wer Ihnen den Umschlag aushändigt, kennt sie nicht.';
const A_NEW_ONE = 'Wir drucken Ihnen einen anderen mit neuen Codes.';

/** South Tyrol's words where it has its own: Steuernummer, Agentur der Einnahmen, Sanitätsbetrieb. */
export const GERMAN: Catalogue = {
  test: 'Testumgebung: Dieses Blatt ist nicht gültig.',
  desk: 'Schalter für die Aktivierung der TS-CNS',
  helpDeskLine: ({ phone, hours }) => ['Helpdesk TS-CNS ', strong(phone), ` · ${hours}`],
  envelope: {
    file: 'Verschlossener Umschlag der TS-CNS',
    controlNumber: 'Kontrollnummer',
    expected: (controlNumber) => `erwartet ${controlNumber}`,
    recipientLabel: 'Für',
    delivery: (place, desk, date) => `Persönlich auszuhändigen: ${place}, ${desk}, ${date}`,
    outerCodeNote: 'Außencode: Der Schalter liest ihn, bevor er die Karte beschreibt, und bei der Übergabe.',
    outerCodeAlt: (outerCode) => `Außencode ${outerCode}`,
    sealTitle: 'Verschlossen. Nur Sie öffnen ihn.',
    openings: {
      lift: {
        secret: `Die Codes sind unter diesem Etikett. ${NOBODY_KNOWS}`,
        broken: `Ist das Etikett angehoben oder eingerissen, nehmen Sie den Umschlag nicht an: ${A_NEW_ONE}`,
        tab: 'Hier anheben',
        check: 'Prüfen Sie den Namen und ob das Etikett unversehrt ist.',
        open: 'Heben Sie das Etikett an und lesen Sie PIN, PUK und CIP.',
      },
      'turn-and-lift': {
        secret: `Die Codes sind auf der Rückseite, unter dem Etikett. ${NOBODY_KNOWS}`,
        broken: `Ist das Etikett angehoben oder eingerissen, nehmen Sie den Umschlag nicht an: ${A_NEW_ONE}`,
        tab: 'Blatt wenden',
        check: 'Prüfen Sie den Namen und ob das Etikett auf der Rückseite unversehrt ist.',
        open: 'Heben Sie das Etikett auf der Rückseite an und lesen Sie PIN, PUK und CIP.',
      },
      'turn-and-scratch': {
        secret: `Die Codes sind auf der Rückseite, unter dem Rubbeletikett. ${NOBODY_KNOWS}`,
        broken: `Ist das Etikett zerkratzt oder eingerissen, nehmen Sie den Umschlag nicht an: ${A_NEW_ONE}`,
        tab: 'Blatt wenden',
        check: 'Prüfen Sie den Namen und ob das Etikett auf der Rückseite unversehrt ist.',
        open: 'Rubbeln Sie das Etikett auf der Rückseite frei und lesen Sie PIN, PUK und CIP.',
      },
      'tear-open': {
        secret: `Die Codes sind im Inneren. ${NOBODY_KNOWS}`,
        broken: `Ist der Umschlag schon offen oder eingerissen, nehmen Sie ihn nicht an: ${A_NEW_ONE}`,
        tab: 'An den Rändern öffnen',
        check: 'Prüfen Sie den Namen und ob der Umschlag unversehrt ist.',
        open: 'Öffnen Sie den Umschlag und lesen Sie PIN, PUK und CIP.',
      },
    },
    stepTitles: ['1. Vor der Unterschrift', '2. Zu Hause', '3. Danach'],
    keep: 'Bewahren Sie das Blatt getrennt von der Karte auf. Niemand kann es noch einmal drucken.',
    insideTitle: (recipient) => `Ihre Codes, ${recipient}`,
    pin: {
      name: 'PIN',
      use: 'Für den Zugang zu den Online-Diensten',
      more: 'Sie geben sie jedes Mal ein, wenn Sie die Karte verwenden. Nach drei falschen PIN hintereinander ist die Karte gesperrt: Dann brauchen Sie den PUK.',
    },
    puk: { name: 'PUK', use: 'Zum Entsperren der Karte und zum Ändern der PIN', more: 'Zu viele falsche PUK sperren die Karte für immer.' },
    cip: (phone) => ({
      name: 'CIP',
      use: 'Damit man Sie am Telefon erkennt',
      more: `Unter ${phone} fragt man Sie danach. Sie brauchen ihn, um das Zertifikat widerrufen zu lassen, wenn Sie die Karte verlieren.`,
    }),
    warning: {
      title: 'Bewahren Sie dieses Blatt auf: Niemand kann es noch einmal drucken.',
      text: 'Wenn Sie es verlieren, kommen Sie mit der Karte und Ihrem Ausweis wieder an einen Schalter: Sie erhalten neue Codes. Bewahren Sie es getrennt von der Karte auf und fotografieren Sie es nicht.',
    },
    needed: (cardType) => ({
      title: 'Was Sie brauchen',
      text: cardType
        ? ['Ein Chipkarten-Lesegerät und die Software für Ihre Karte, Typ ', strong(cardType), '.']
        : 'Ein Chipkarten-Lesegerät und die Software für Ihre Karte: Der Typ steht oben links auf der Karte.',
    }),
    notDone: { title: 'Was die Karte nicht kann', text: 'Digital unterschreiben. Im Chip stehen nur Vorname, Nachname und Steuernummer.' },
  },
  form: {
    title: 'Antrag, Datenschutzhinweis und Empfangsbestätigung',
    subtitle: (receiptNumber, copy) => `Aktivierung der TS-CNS · Inhaber/in · Beleg ${receiptNumber} · ${copy}`,
    copies: ['Ausfertigung für Sie', 'Ausfertigung für den Schalter'],
    formNumberAlt: (formNumber) => `Strichcode des Formulars ${formNumber}`,
    who: 'Wer und welche Karte',
    holder: 'Inhaber/in',
    born: (_sex, date, place) => `geboren am ${date}${place ? ` in ${place}` : ''}`,
    codiceFiscale: 'Steuernummer',
    card: 'Karte',
    cardValue: (type, idCartaLast4, expiry) => [type ? `${type}, ` : '', 'ID_Carta mit den Endziffern ', mono(idCartaLast4), `, gültig bis ${expiry}`],
    document: 'Ausweis',
    documentNames: {
      cie: 'Elektronische Identitätskarte CIE',
      'paper-identity-card': 'Identitätskarte in Papierform',
      passport: 'Reisepass',
      'driving-licence': 'Führerschein',
      'nautical-licence': 'Bootsführerschein',
      'pension-booklet': 'Rentenbüchlein',
      'heating-plant-licence': 'Befähigungsnachweis zur Führung von Heizanlagen',
      'firearms-licence': 'Waffenschein',
      'state-recognition-card': 'Erkennungsausweis einer staatlichen Verwaltung',
      'foreign-passport': 'Ausländischer Reisepass',
    },
    documentValue: (name, last4) => [`${name}, endet auf `, mono(last4)],
    what: 'Was geschieht',
    activation: 'Aktivierung',
    modes: {
      direct: 'direkt',
      parental: 'elterliche Verantwortung',
      guardian: 'Vormund',
      curator: 'Kurator/in',
      'support-administrator': 'Sachwalter/in',
      'health-delegate': 'bevollmächtigte Person (gesundheitliche Gründe)',
    },
    activationValue: (day, time, mode) => `Beantragt am ${day} um ${time} Uhr. Art: ${mode}`,
    envelope: 'Umschlag',
    envelopeValue: (controlNumber) => `Nummer ${controlNumber}, verschlossen auszuhändigen`,
    operator: 'Bearbeitet von',
    request: (noticeVersion) => ({
      title: 'Antrag und Datenschutzhinweis',
      text: `Ich beantrage die Aktivierung meiner TS-CNS. Ich habe den Hinweis zur Verarbeitung meiner Daten gelesen (Version ${noticeVersion}). Mit meiner Unterschrift erkläre ich, den Umschlag mit PIN, PUK und CIP verschlossen und unversehrt erhalten zu haben.`,
    }),
    placeAndDate: 'Ort und Datum',
    signature: 'Unterschrift der antragstellenden Person',
    loss: (phone) => ({
      title: 'Wenn Sie die Karte verlieren',
      text: [
        'Rufen Sie ',
        strong(phone),
        ' an und nennen Sie Ihren CIP: Das Zertifikat wird widerrufen. Die neue Karte beantragen Sie bei Ihrem Sanitätsbetrieb oder bei der Agentur der Einnahmen. Der Widerruf ist endgültig und betrifft nur das Zertifikat: Ihre elektronische Gesundheitsakte ändert sich nicht.',
      ],
    }),
    controller: (name) => `Verantwortlicher der Datenverarbeitung: ${name} · Auf diesem Blatt steht kein Code`,
  },
  testPage: {
    title: 'Testseite',
    noSecret: 'Diese Seite enthält keinen Code: Sie muss nicht verwahrt werden.',
    how: {
      envelopes: 'Auf Normalpapier drucken und gegen das Licht über ein Umschlagblatt halten: Jeder Rahmen muss auf 2 mm genau auf seinem Teil des Blattes liegen. Dann beide Codes mit dem Scanner lesen.',
      forms: 'Der gestrichelte Rahmen muss ganz auf dem Blatt liegen, auf 2 mm genau 14 mm vom oberen und unteren und 15 mm von den seitlichen Rändern. Dann den Strichcode mit dem Scanner lesen.',
    },
    sides: ['Vorderseite: außen', 'Rückseite: innen'],
    stationery: 'Blatt',
    stationeries: {
      'scratch-label-mailer': 'mit Rubbeletikett',
      'peel-label-mailer': 'mit Abziehetikett',
      'sealed-in-line': 'vom Drucker verschlossen',
      'plain-paper': 'Normalpapier, nur zur Probe',
      'window-envelope': 'Normalpapier im Fensterumschlag, nur zur Probe',
    },
    numberField: 'Hier trägt das Blatt seine Nummer',
    mask: 'Abgedeckte Fläche',
    codes: 'Hier stehen die Codes',
    fold: 'Falz',
    margins: 'Ränder',
    dummyAlt: (text) => `Testcode ${text}`,
  },
};
