// SPDX-License-Identifier: AGPL-3.0-or-later
import { mono, strong } from '../drawing/rich-text';
import type { FormTexts } from '../text/catalogue';
import { atDesk, shortDate } from '../text/dates';
import type { ActivationFormData } from './form-data';
import type { Row } from './rows';

/** Who asks, for which card, known by which document: numbers by their ends only, so that a lost form lends nobody's document. */
export function cardRows({ holder, card, document, language }: ActivationFormData, texts: FormTexts): readonly Row[] {
  const born = texts.born(holder.sex, shortDate(holder.birthDate, language), holder.birthPlace);
  return [
    { label: texts.holder, value: [strong(holder.fullName), `, ${born}`] },
    { label: texts.codiceFiscale, value: [mono(holder.codiceFiscale)] },
    { label: texts.card, value: texts.cardValue(card.type, card.idCartaLast4, shortDate(card.expiresOn, language)) },
    { label: texts.document, value: texts.documentValue(texts.documentNames[document.type], document.last4) },
  ];
}

/** What the desk does, by whom: nothing is told as done that is still to happen. */
export function actRows(data: ActivationFormData, texts: FormTexts): readonly Row[] {
  const { day, time } = atDesk(data.requestedAt, data.language);
  return [
    { label: texts.activation, value: texts.activationValue(day, time, texts.modes[data.mode]) },
    { label: texts.envelope, value: texts.envelopeValue(data.controlNumber) },
    { label: texts.operator, value: `${data.operator}, ${data.deskName}, ${data.place}` },
  ];
}
