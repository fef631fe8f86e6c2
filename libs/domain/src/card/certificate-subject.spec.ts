// SPDX-License-Identifier: AGPL-3.0-or-later
import { accepted, refused } from '../testing/outcomes';
import { parseCertificateSubject } from './certificate-subject';

const HASH = 'ab/c.Fghijklmnopqrstuvwxyz'.replace('.', '+').padEnd(27, '0') + '=';

describe('the common name of a CNS certificate', () => {
  it('names the holder’s codice fiscale, the card and the hash of its data, which may hold slashes', () => {
    const subject = accepted(parseCertificateSubject(`RSSMRA80A01D612Y/6090412077358013.${HASH}`));
    expect(subject.codiceFiscale.value).toBe('RSSMRA80A01D612Y');
    expect(subject.idCarta.value).toBe('6090412077358013');
    expect(subject.personalDataHash).toBe(HASH);
    expect(HASH).toContain('/');
  });

  it.each([
    ['ROSSI MARIO', 'slash'],
    [`RSSMRA80A01D612X/6090412077358013.${HASH}`, 'codice-fiscale'],
    ['RSSMRA80A01D612Y/6090412077358013', 'dot'],
    [`RSSMRA80A01D612Y/609041207735801.${HASH}`, 'id-carta'],
    [`RSSMRA80A01D612Y/6090412077358013.${HASH.slice(1)}`, 'hash'],
    ['RSSMRA80A01D612Y/6090412077358013.', 'hash'],
    [`RSSMRA80A01D612Y/6090412077358013.ab.${HASH}`, 'hash'],
  ])('%s is refused for its %s', (commonName, part) => {
    expect(refused(parseCertificateSubject(commonName))).toEqual({ kind: 'bad-certificate-subject', part });
  });
});
