// SPDX-License-Identifier: AGPL-3.0-or-later
import { strong } from '../../drawing/rich-text';
import type { LeafletTexts } from './texts';

export const LEAFLET_ITALIAN: LeafletTexts = {
  title: 'La tua TS-CNS: come si usa',
  backTitle: 'Che cosa apri con la tessera',
  subtitle: (cardType) => (cardType === null ? 'Foglio illustrativo' : `Foglio illustrativo per tessere ${cardType}`),
  backSubtitle: 'Servizi in rete, SPID e carta d’identità elettronica (CIE)',
  codes: 'I tuoi codici',
  pin: 'Apre i servizi in rete: lo scrivi ogni volta che usi la tessera. Dopo tre PIN sbagliati di seguito la tessera si blocca.',
  puk: 'Sblocca la tessera e cambia il PIN. Troppi PUK sbagliati bloccano la tessera per sempre.',
  cip: (phone) => `Ti fa riconoscere al telefono dall’help desk (${phone}). Serve per chiedere la revoca del certificato.`,
  needed: 'Cosa ti serve a casa',
  reader: 'Un lettore di smart card: si compra anche presso ASL e altri punti di attivazione.',
  software: (cardType, software) => {
    if (cardType === null) return 'Il software per la tua tessera: dipende dal tipo, scritto in alto a sinistra sulla tessera (per esempio AC2018).';
    if (software === null) return ['Il software per tessere ', strong(cardType), ': chiedi quale all’help desk.'];
    return ['Il software per tessere ', strong(cardType), ' (il tipo è scritto in alto a sinistra): ', strong(software), '.'];
  },
  works: 'Che cosa funziona già, senza attivazione',
  worksAlready: [
    'La banda magnetica: in farmacia legge il codice fiscale, anche per lo scontrino.',
    'Le cure del Servizio sanitario nazionale.',
    'La tessera europea di assicurazione malattia (TEAM), sul retro: cure nei Paesi dell’Unione europea e in Norvegia, Islanda, Liechtenstein e Svizzera.',
  ],
  notDone: { title: 'Che cosa non fa', text: 'Non firma documenti: non è una firma digitale. Come dati della persona nel chip ci sono solo nome, cognome e codice fiscale.' },
  lost: (phone) => ({
    title: 'Se la perdi o te la rubano',
    text: ['Chiama l’', strong(phone), ' con il CIP: il certificato viene revocato, per sempre; il fascicolo sanitario non cambia. La nuova tessera si chiede alla propria ASL o all’Agenzia delle Entrate. Se non ti è mai arrivata: Agenzia delle Entrate.'],
  }),
  services: 'I servizi',
  serviceNames: [
    'Fascicolo sanitario elettronico; ticket e autocertificazione del reddito',
    'Libretto delle vaccinazioni e certificato per la scuola',
    'App ToscanaID e Smart SST; SISPC',
    'Fascicoli del processo civile; PDA; pagamenti Iris; Apaci',
    'INPS e Agenzia delle Entrate',
  ],
  spid: 'SPID con la tessera',
  spidFacts: [
    'Con la TS-CNS attiva (o con la CIE) ottieni SPID senza incontrare un operatore.',
    'I servizi regionali chiedono SPID di livello 2 o superiore, di una persona fisica: non un profilo di persona giuridica.',
    'Entra sempre dalla pagina del servizio: un indirizzo salvato con una vecchia richiesta di accesso non funziona.',
    'Dopo un accesso con la tessera, svuota la memoria (cache) del browser prima di usare SPID.',
  ],
  cie: 'La carta d’identità elettronica (CIE)',
  cieFacts: [
    'È un documento d’identità con un chip senza contatto; il PIN è in due metà, una data alla richiesta e una con la carta.',
    ['Per bloccarla: ', strong('800 263388'), ', lunedì–venerdì 8–18, sabato 8–14, con nome, cognome, codice fiscale, numero della CIE se lo conosci e gli estremi della denuncia.'],
    'Per le carte di carta: il Comune che le ha rilasciate. Problemi con la CIE: cie.cittadini@interno.it',
  ],
  helpDesk: 'Chi ti aiuta',
  phone: 'Help desk',
  hours: 'Orari',
};
