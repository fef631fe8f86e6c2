// SPDX-License-Identifier: AGPL-3.0-or-later
import { strong } from '../../drawing/rich-text';
import type { LeafletTexts } from './texts';

export const LEAFLET_GERMAN: LeafletTexts = {
  title: 'Ihre TS-CNS: So wird sie benutzt',
  backTitle: 'Was die Karte öffnet',
  subtitle: (cardType) => (cardType === null ? 'Merkblatt' : `Merkblatt für Karten ${cardType}`),
  backSubtitle: 'Online-Dienste, SPID und elektronische Identitätskarte (CIE)',
  codes: 'Ihre Codes',
  pin: 'Öffnet die Online-Dienste: Sie tippen ihn bei jeder Benutzung der Karte ein. Nach drei falschen PIN in Folge ist die Karte gesperrt.',
  puk: 'Entsperrt die Karte und ändert die PIN. Zu viele falsche PUK sperren die Karte für immer.',
  cip: (phone) => `Damit erkennt Sie der Helpdesk am Telefon (${phone}). Er ist nötig, um den Widerruf des Zertifikats zu beantragen.`,
  needed: 'Was Sie zu Hause brauchen',
  reader: 'Ein Smartcard-Lesegerät: auch bei Sanitätsbetrieben und anderen Aktivierungsstellen zu kaufen.',
  software: (cardType, software) => {
    if (cardType === null) return 'Die Software für Ihre Karte: Sie hängt vom Typ ab, der oben links auf der Karte steht (zum Beispiel AC2018).';
    if (software === null) return ['Die Software für Karten ', strong(cardType), ': Welche, sagt der Helpdesk.'];
    return ['Die Software für Karten ', strong(cardType), ' (der Typ steht oben links): ', strong(software), '.'];
  },
  works: 'Was schon ohne Aktivierung geht',
  worksAlready: [
    'Der Magnetstreifen: In der Apotheke gibt er die Steuernummer, auch für den Kassenbeleg.',
    'Behandlungen des staatlichen Gesundheitsdienstes.',
    'Die Europäische Krankenversicherungskarte (TEAM) auf der Rückseite: Behandlungen in den Ländern der Europäischen Union und in Norwegen, Island, Liechtenstein und der Schweiz.',
  ],
  notDone: { title: 'Was sie nicht kann', text: 'Sie unterschreibt keine Dokumente: Sie ist keine digitale Signatur. An Daten der Person enthält der Chip nur Vorname, Nachname und Steuernummer.' },
  lost: (phone) => ({
    title: 'Wenn Sie sie verlieren oder sie gestohlen wird',
    text: ['Rufen Sie ', strong(phone), ' an und nennen Sie Ihren CIP: Das Zertifikat wird endgültig widerrufen; Ihre elektronische Gesundheitsakte ändert sich nicht. Die neue Karte beantragen Sie bei Ihrem Sanitätsbetrieb oder bei der Agentur der Einnahmen. Ist sie nie angekommen: Agentur der Einnahmen.'],
  }),
  services: 'Die Dienste',
  serviceNames: [
    'Elektronische Gesundheitsakte; Ticket und Einkommensbescheinigung',
    'Impfbüchlein und Bescheinigung für die Schule',
    'Die Apps ToscanaID und Smart SST; außerdem SISPC',
    'Akten des Zivilprozesses; PDA; Zahlungen mit Iris; Apaci',
    'INPS und Agentur der Einnahmen',
  ],
  spid: 'SPID mit der Karte',
  spidFacts: [
    'Mit der aktiven TS-CNS (oder mit der CIE) erhalten Sie SPID ohne Termin.',
    'Die regionalen Dienste verlangen SPID der Stufe 2 oder höher, einer natürlichen Person: kein Profil einer juristischen Person.',
    'Immer von der Seite des Dienstes aus beginnen: Eine gespeicherte Adresse mit einer alten Anmeldung funktioniert nicht.',
    'Nach einem Zugang mit der Karte den Zwischenspeicher (Cache) des Browsers leeren, bevor Sie SPID benutzen.',
  ],
  cie: 'Die elektronische Identitätskarte (CIE)',
  cieFacts: [
    'Sie ist ein Ausweis mit kontaktlosem Chip; ihre PIN kommt in zwei Hälften, eine beim Antrag und eine mit der Karte.',
    ['Zum Sperren: ', strong('800 263388'), ', Mo–Fr 8–18 Uhr, Sa 8–14 Uhr, mit Vorname, Nachname, Steuernummer, Nummer der CIE, falls bekannt, und den Angaben der Anzeige.'],
    'Für Identitätskarten in Papierform: die ausstellende Gemeinde. Probleme mit der CIE: cie.cittadini@interno.it',
  ],
  helpDesk: 'Wer Ihnen hilft',
  phone: 'Telefon',
  hours: 'Zeiten',
};
