/** Workbooks as Excel, LibreOffice and libraries write them: what the standard leaves to them, and what it does not. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberText } from '../../shared/adapters/sheets/numbers.ts';
import { readBytes, tableOf } from './sheets/reading.ts';
import { wideZip } from './sheets/wide-zip.ts';
import { headings, inline, packed, partsOf, strict, workbook } from './sheets/workbooks.ts';

const texts = '<si><t>Name</t></si><si><t>Email</t></si><si><t>Zoë</t></si><si><t>zoe@example.com</t></si>';
const referring =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>' +
  '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" t="s"><v>3</v></c></row>';
const people = [
  ['Name', 'Email'],
  ['Zoë', 'zoe@example.com'],
];
const plain = { rows: referring, texts };

/** The parts of a workbook, each made otherwise. */
const remade = (how: (name: string, xml: string) => [name: string, xml: string]) =>
  packed(Object.fromEntries(Object.entries(partsOf(plain)).map(([name, xml]) => how(name, String(xml)))));

/** As libraries of .NET write them; the relations between parts have none. */
function prefixed(xml: string): string {
  if (xml.includes('<Relationships')) return xml;
  return xml.replace(/<(\/?)(?=\w)/g, '<$1x:').replace('xmlns=', 'xmlns:x=');
}

const backwards = Object.fromEntries(Object.entries(partsOf(plain)).reverse());
const utf16 = (xml: string) => Buffer.from(`\ufeff${xml}`, 'utf16le');

test.each<[how: string, bytes: Uint8Array]>([
  ['texts apart', workbook(plain)],
  [
    'texts in cells',
    workbook({
      rows:
        headings('Name', 'Email') +
        `<row r="2">${inline('A2', 'Zoë')}${inline('B2', 'zoe@example.com')}</row>`,
    }),
  ],
  ['the parts in another order', packed(backwards)],
  ['numbers of 64 bits in the zip', wideZip(workbook(plain))],
  ['nothing packed', workbook(plain, { level: 0 })],
  ['names in other letters', remade((name, xml) => [name.toUpperCase(), xml])],
  ['names with backslashes', remade((name, xml) => [name.replaceAll('/', '\\'), xml])],
  ['the strict namespace', workbook({ ...plain, namespaces: strict })],
  [
    'targets from the root',
    workbook({ ...plain, targets: { sheet: '/xl/worksheets/sheet1.xml', texts: '/xl/sharedStrings.xml' } }),
  ],
  [
    'targets over another folder',
    workbook({ ...plain, targets: { sheet: '../xl/worksheets/./sheet1.xml' } }),
  ],
  ['prefixes', remade((name, xml) => [name, prefixed(xml)])],
  ['UTF-16', packed({ ...partsOf(plain), 'xl/sharedStrings.xml': utf16(`<sst>${texts}</sst>`) })],
  ['neither rows nor cells numbered', workbook({ texts, rows: referring.replace(/ r="\w+"/g, '') })],
  [
    'formulas',
    workbook({
      rows: referring.replaceAll(
        /t="s"><v>(\d)<\/v>/g,
        (_, i) => `t="str"><f>A&amp;"${i}"</f><v>${['Name', 'Email', 'Zoë', 'zoe@example.com'][i]}</v>`,
      ),
    }),
  ],
  [
    'comments, CDATA and what else may stand there',
    workbook({
      texts: texts.replace('Zoë', '<![CDATA[Z]]>o<!-- e -->ë'),
      rows: `<!-- -->${referring}<?x y?>`,
    }),
  ],
  [
    'sheets before it that are hidden',
    workbook({
      ...plain,
      sheets:
        '<sheet name="A" sheetId="7" state="hidden" r:id="rId9"/><sheet name="B" sheetId="8" state="veryHidden" r:id="rId8"/><sheet name="C" sheetId="1" state="visible" r:id="rId1"/>',
    }),
  ],
  [
    'cells with looks and nothing else',
    workbook({ texts, rows: referring.replaceAll('</row>', '<c r="XFD1" s="1"/></row>') }),
  ],
])('%s', async (_, bytes) => {
  expect(await tableOf(bytes)).toEqual(people);
});

test('rows have the numbers that they say, and cells their columns', async () => {
  const rows = `${headings('A', 'B', 'C')}<row r="3"/><row r="5">${inline('B5', 'x')}</row><row>${inline('AA6', 'far')}</row>`;
  const read = await readBytes(workbook({ rows }));
  expect(read).toMatchObject({
    headings: ['A', 'B', 'C'],
    rows: [
      { number: 5, cells: ['', 'x', ''] },
      { number: 6, cells: [...Array(26).fill(''), 'far'] },
    ],
  });
});

const one = async (cell: string, wanted: Parameters<typeof workbook>[0] = {}) => {
  const [, row] = await tableOf(workbook({ rows: `${headings('A')}<row r="2">${cell}</row>`, ...wanted }));
  return row?.[0] ?? '';
};

test.each<[is: string, text: string]>([
  ['<is><t>plain</t></is>', 'plain'],
  ['<is><t xml:space="preserve">  around \n</t></is>', 'around'],
  ['<is><r><t>bold</t></r><r><rPr><b/></rPr><t xml:space="preserve"> and not</t></r></is>', 'bold and not'],
  ['<is><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></is>', '東京'],
  ['<is><t>&lt;a&gt; &amp;amp; &#65;&#x1F600;</t></is>', '<a> &amp; A😀'],
  ['<is><t>two_x000D_\nlines _x005F_x000D_ _x00e9_</t></is>', 'two\r\nlines _x000D_ é'],
  ['<is><t>a\r\nb</t></is>', 'a\nb'],
  ['<is><t>_x000_</t></is>', '_x000_'],
  ['<is><t/></is>', ''],
  ['', ''],
])('the text of %s', async (is, text) => {
  expect(await one(`<c r="A2" t="inlineStr">${is}</c>`)).toBe(text);
  const apart = { texts: `<si>${is.replace(/<\/?is>/g, '')}</si>` };
  expect(await one('<c r="A2" t="s"><v>0</v></c>', apart)).toBe(text);
});

test.each<[value: string, text: string]>([
  ['<c t="b"><v>1</v></c>', 'yes'],
  ['<c t="b"><v>0</v></c>', 'no'],
  ['<c t="e"><v>#REF!</v></c>', '#REF!'],
  ['<c t="d"><v>2026-11-22T00:00:00</v></c>', '2026-11-22'],
  ['<c t="d"><v>2026-11-22T10:30:00Z</v></c>', '2026-11-22T10:30:00Z'],
  ['<c t="str"><f>1+1</f><v>two</v></c>', 'two'],
  ['<c><f>1+1</f><v>2</v></c>', '2'],
  ['<c><f>1+1</f></c>', ''],
  ['<c t="n"><v>491701234567</v></c>', '491701234567'],
  ['<c><v>4.91701234567E+11</v></c>', '491701234567'],
  ['<c><v>12345678901234567890</v></c>', '12345678901234567890'],
  ['<c><v>1.2345678901234567E+19</v></c>', '12345678901234567000'],
  ['<c><v>0.10000000000000001</v></c>', '0.1'],
  ['<c><v>1E-3</v></c>', '0.001'],
  ['<c><v>-2.50</v></c>', '-2.5'],
  ['<c><v>7.0</v></c>', '7'],
  ['<c><v>1.7976931348623157E+308</v></c>', `17976931348623157${'0'.repeat(292)}`],
  ['<c><v>what?</v></c>', 'what?'],
  ['<c><v>0x10</v></c>', '0x10'],
  ['<c><v>1E-999999999</v></c>', '0'],
  ['<c><v>1E999</v></c>', '1E999'],
])('the value of %s', async (cell, text) => {
  expect(await one(cell)).toBe(text);
});

test('a number is the same one without its exponent', () => {
  const written = (number: number) => [`${number}`, number.toExponential(), number.toPrecision(17)];
  fc.assert(
    fc.property(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer()), number => {
      for (const text of written(number)) {
        expect(numberText(text, undefined, false)).toMatch(/^-?\d+(\.\d*[1-9])?$/);
        expect(Number(numberText(text, undefined, false)) || 0).toBe(number || 0);
      }
    }),
    { numRuns: 1000 },
  );
});

const styles = (code: string) =>
  `<numFmts><numFmt numFmtId="164" formatCode="${code.replaceAll('"', '&quot;')}"/></numFmts>` +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs><dxfs><dxf><numFmt numFmtId="164" formatCode="0"/></dxf></dxfs>';

test.each<[code: string, value: string, text: string]>([
  ['yyyy-mm-dd', '45992', '2025-12-01'],
  ['[$-409]d-mmm-yy;@', '45992', '2025-12-01'],
  ['dd/mm/yyyy hh:mm', '45992.4375', '2025-12-01T10:30:00'],
  ['yyyy"年"m"月"', '45992.99999999', '2025-12-02'],
  ['h:mm AM/PM', '0.5', '12:00:00'],
  ['d.m.yy', '60', '1900-02-29'],
  ['d.m.yy', '59', '1900-02-28'],
  ['d.m.yy', '61', '1900-03-01'],
  ['d.m.yy', '2958465', '9999-12-31'],
  ['d.m.yy', '2958466', '2958466'],
  ['d.m.yy', '-1', '-1'],
  ['[h]:mm', '1.5', '1.5'],
  ['General', '45992', '45992'],
  ['0 "days"', '45992', '45992'],
  ['[Red]0.00', '45992', '45992'],
  ['\\d0', '45992', '45992'],
  ['#,##0 [$USD]', '45992', '45992'],
  ['00000', '812', '00812'],
  ['000', '81234', '81234'],
])('%j shows %s as %s', async (code, value, text) => {
  expect(await one(`<c s="1"><v>${value}</v></c>`, { styles: styles(code) })).toBe(text);
});

test('formats that need not be spelled out are dates, too, and days may be counted from 1904', async () => {
  const cell = '<c s="1"><v>1</v></c>';
  const known = (id: number) => `<cellXfs><xf numFmtId="0"/><xf numFmtId="${id}"/></cellXfs>`;
  expect(await one(cell, { styles: known(14) })).toBe('1900-01-01');
  expect(await one(cell, { styles: known(46) })).toBe('1');
  const properties = '<workbookPr date1904="1"/>';
  expect(await one(cell, { styles: known(14), properties })).toBe('1904-01-02');
});

test('texts that fill more than is at hand are found by their numbers, in whatever order', async () => {
  const text = (i: number) => `${'é'.repeat(i % 300)}${i}`;
  const numbers = Array.from({ length: 20_000 }, (_, i) => (i * 7919) % 20_000);
  const cells = numbers.map(i => `<row><c t="s"><v>${i}</v></c></row>`).join('');
  const texts = Array.from(numbers, (_, i) => `<si><t>${text(i)}</t></si>`).join('');
  const table = await tableOf(workbook({ texts, rows: cells }));
  expect(table.flat()).toEqual(numbers.map(text));
});
