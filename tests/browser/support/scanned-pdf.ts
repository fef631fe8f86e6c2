// SPDX-License-Identifier: AGPL-3.0-or-later
/** A PDF of two sheets as a scanner makes it; `catalog` adds what no scanner would. */
export function scannedPdf(catalog = ''): Buffer {
  const objects = [
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    '<</Type/Pages/Count 2/Kids[3 0 R 3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>',
    '<</Length 34>>stream\n0 0 1 rg 100 100 200 300 re f     \nendstream',
  ];
  const bodies = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`);
  const head = '%PDF-1.7\n';
  const offsets = bodies.map((_, index) => head.length + bodies.slice(0, index).join('').length);
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = head.length + bodies.join('').length;
  return Buffer.from(`${head}${bodies.join('')}xref\n0 5\n0000000000 65535 f \n${rows}trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`, 'latin1');
}
