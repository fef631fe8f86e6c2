// SPDX-License-Identifier: AGPL-3.0-or-later
import { readTransportCodes } from './transport-codes-file';

const [ONE, TWO] = ['6090000000880017', '6090000000880025'];
const read = (text: string) => {
  const { cards, complaints } = readTransportCodes(Buffer.from(text, 'latin1'));
  const shown = cards.map(({ line, idCarta, transportPin, transportPuk }) => [line, idCarta, ...[transportPin, transportPuk].map((code) => code.use((bytes) => Buffer.from(bytes).toString()))]);
  return { cards: shown, complaints: complaints.map(({ line, kind }) => `${line} ${kind}`) };
};

describe('the manufacturer’s list of transport codes', () => {
  it.each([
    ['without a header', `${ONE},12345,12345678\n${TWO},87654321,11112222`, [1, 2]],
    ['with one, and an end of line at the end', `id_carta,pin,puk\n${ONE},12345,12345678\n${TWO},87654321,11112222\n`, [2, 3]],
    ['as other systems write it', `\u00ef\u00bb\u00bfID_CARTA,PIN,PUK\r\n${ONE},12345,12345678\r\n\r\n${TWO},87654321,11112222\r\n`, [2, 4]],
  ])('is read %s', (_how, text, [first, second]) => {
    expect(read(text)).toEqual({ cards: [[first, ONE, '12345', '12345678'], [second, TWO, '87654321', '11112222']], complaints: [] });
  });

  it.each([
    [`${ONE};12345;12345678`, ['1 not-three-fields']],
    [`${ONE},12345,12345678,`, ['1 not-three-fields']],
    [`${ONE},,12345678`, ['1 pin']],
    [`${ONE}\nid_carta,pin,puk`, ['1 not-three-fields', '2 id-carta', '2 pin', '2 puk']],
    [`609000000088001,12345,12345678`, ['1 id-carta']],
    [`${ONE},1234,1234567`, ['1 pin', '1 puk']],
    [`${ONE},123456789,123456789`, ['1 pin', '1 puk']],
    [`${ONE},12a45,1234 678`, ['1 pin', '1 puk']],
    [`${ONE}, 12345,12345678 `, ['1 pin', '1 puk']],
  ])('is judged line by line: %j', (text, complaints) => {
    expect(read(text)).toEqual({ cards: [], complaints });
  });

  it('names a card once, be its codes good or not', () => {
    expect(read(`${ONE},12345,12345678\n${ONE},12345,12345678\n${TWO},1,12345678\n${TWO},12345,12345678`).complaints).toEqual(['2 twice', '3 pin', '4 twice']);
  });

  it('leaves the cards their codes when the bytes it was read from are wiped', () => {
    const clear = Buffer.from(`${ONE},12345,12345678`);
    const [card] = readTransportCodes(clear).cards;
    clear.fill(0);
    expect(card?.transportPin.use((pin) => Buffer.from(pin).toString())).toBe('12345');
  });
});
