// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Language } from '../../text/language';

export interface SaleReceiptTexts {
  readonly title: string;
  readonly subtitle: (receiptNumber: string) => string;
  readonly sale: string;
  readonly when: string;
  readonly whenValue: (day: string, time: string) => string;
  readonly operator: string;
  readonly article: string;
  readonly reader: string;
  readonly quantity: string;
  readonly unit: string;
  readonly net: string;
  readonly vat: (percent: string) => string;
  readonly total: string;
  readonly notFiscal: string;
}

export const SALE_RECEIPT_TEXTS: Readonly<Record<Language, SaleReceiptTexts>> = {
  it: {
    title: 'Ricevuta di vendita',
    subtitle: (receiptNumber) => `Lettore di smart card · ricevuta ${receiptNumber}`,
    sale: 'Che cosa è stato venduto',
    when: 'Quando',
    whenValue: (day, time) => `${day}, ore ${time}`,
    operator: 'Operatore',
    article: 'Articolo',
    reader: 'Lettore di smart card',
    quantity: 'Quantità',
    unit: 'Prezzo per lettore',
    net: 'Imponibile',
    vat: (percent) => `IVA ${percent} %`,
    total: 'Totale',
    notFiscal: 'Non è un documento fiscale.',
  },
  en: {
    title: 'Sale receipt',
    subtitle: (receiptNumber) => `Smart card reader · receipt ${receiptNumber}`,
    sale: 'What was sold',
    when: 'When',
    whenValue: (day, time) => `${day} at ${time}`,
    operator: 'Sold by',
    article: 'Article',
    reader: 'Smart card reader',
    quantity: 'Quantity',
    unit: 'Price of a reader',
    net: 'Net amount',
    vat: (percent) => `VAT ${percent} %`,
    total: 'Amount due',
    notFiscal: 'This is not a fiscal document.',
  },
  de: {
    title: 'Verkaufsbeleg',
    subtitle: (receiptNumber) => `Smartcard-Lesegerät · Beleg ${receiptNumber}`,
    sale: 'Was verkauft wurde',
    when: 'Wann',
    whenValue: (day, time) => `${day} um ${time} Uhr`,
    operator: 'Verkauft von',
    article: 'Artikel',
    reader: 'Smartcard-Lesegerät',
    quantity: 'Menge',
    unit: 'Preis je Gerät',
    net: 'Nettobetrag',
    vat: (percent) => `MwSt. ${percent} %`,
    total: 'Gesamtbetrag',
    notFiscal: 'Dies ist kein Steuerbeleg.',
  },
};
