// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ThingToBring } from '@sportello/domain';
import type { Language } from '../text/language';

/** What people have in hand, as the papers call it. */
export const THING_NAMES: Readonly<Record<Language, Readonly<Record<ThingToBring, string>>>> = {
  it: {
    'holder-card': 'La tessera TS-CNS da attivare, con il microchip',
    'applicant-card': 'La propria TS-CNS, di chi viene allo sportello (se c’è)',
    'applicant-identity-document': 'Un documento d’identità valido di chi viene: carta d’identità elettronica, passaporto o patente. Non vale la carta d’identità di carta',
    delegation: 'La delega per la TS-CNS, compilata e firmata dal titolare',
    'holder-document-copy': 'La copia di un documento d’identità del titolare',
    'appointment-decree': 'Il decreto di nomina, con numero, data e tribunale',
    'emancipation-title': 'Il titolo dell’emancipazione: atto di matrimonio o decreto',
    'other-parent-agreement': 'L’accordo dell’altro genitore, firmato',
    'minor-consent': 'Il consenso del minore, firmato',
    'court-paper': 'Il provvedimento del tribunale',
  },
  en: {
    'holder-card': 'The TS-CNS card to be activated, with its chip',
    'applicant-card': 'Their own TS-CNS card, of who comes to the desk (if there is one)',
    'applicant-identity-document': 'A valid identity document of who comes: electronic identity card, passport or driving licence. A paper identity card is not accepted',
    delegation: 'The delegation for the TS-CNS, filled in and signed by the holder',
    'holder-document-copy': 'A copy of an identity document of the holder',
    'appointment-decree': 'The decree of appointment, with number, date and court',
    'emancipation-title': 'What emancipated the minor: marriage certificate or decree',
    'other-parent-agreement': 'The agreement of the other parent, signed',
    'minor-consent': 'The consent of the minor, signed',
    'court-paper': 'The court’s order',
  },
  de: {
    'holder-card': 'Die zu aktivierende TS-CNS mit Mikrochip',
    'applicant-card': 'Die eigene TS-CNS der Person, die zum Schalter kommt (falls vorhanden)',
    'applicant-identity-document': 'Ein gültiger Ausweis der Person, die kommt: elektronische Identitätskarte, Reisepass oder Führerschein. Die Identitätskarte in Papierform gilt nicht',
    delegation: 'Die Vollmacht für die TS-CNS, ausgefüllt und von der Inhaberin oder dem Inhaber unterschrieben',
    'holder-document-copy': 'Die Kopie eines Ausweises der Inhaberin oder des Inhabers',
    'appointment-decree': 'Das Ernennungsdekret mit Nummer, Datum und Gericht',
    'emancipation-title': 'Der Grund der vorzeitigen Mündigkeit: Heiratsurkunde oder Dekret',
    'other-parent-agreement': 'Das Einverständnis des anderen Elternteils, unterschrieben',
    'minor-consent': 'Die Einwilligung der minderjährigen Person, unterschrieben',
    'court-paper': 'Die Verfügung des Gerichts',
  },
};
