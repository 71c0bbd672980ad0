/** What is no table, or not one that anybody should try to read: said clearly, and before it costs anything. */
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readBytes, refusalOf, utf8 } from './sheets/reading.ts';
import { headings, inline, packed, partsOf, workbook } from './sheets/workbooks.ts';

const rows = `${headings('A')}<row r="2">${inline('A2', 'x')}</row>`;
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]);
const docx = partsOf({ more: { 'xl/workbook.xml': '<w:document xmlns:w="w"><w:body/></w:document>' } });

test.each<[what: string, bytes: Uint8Array]>([
  ['an old .xls, or a workbook with a password', ole],
  ['a PNG', latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')],
  ['a PDF', latin1('%PDF-1.7\n%âãÏÓ\n1 0 obj')],
  ['a web page', utf8('\ufeff\n<!DOCTYPE html><table><tr><td>Name</td></tr></table>')],
  ['XML', utf8('<?xml version="1.0"?><users/>')],
  ['JSON', utf8('[{"name": "Ada", "email": "ada@example.com"}]')],
  ['lines of JSON', utf8('{"name": "Ada"}\n{"name": "Bob"}\n')],
  ['RTF', utf8('{\\rtf1 Name, Email}')],
  ['zeros', Buffer.alloc(100)],
  ['control characters', utf8('a,b\x01\x02\x03\x04\n\x05')],
  ['a zip of nothing', zipSync({})],
  ['a zip of something', zipSync({ 'users.csv': strToU8('a,b') })],
  ['LibreOffice’s own', zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') })],
  ['a text of Word', packed(docx)],
  [
    'a binary workbook',
    packed(partsOf({ more: { '_rels/.rels': String(partsOf()['_rels/.rels']).replace('.xml', '.bin') } })),
  ],
  ['a zip with a password', encrypted(workbook({ rows }))],
])('%s is not a table', async (_, bytes) => {
  expect(await refusalOf(bytes)).toBe('not-a-table');
});

test.each<[what: string, bytes: Uint8Array]>([
  ['no bytes', Buffer.alloc(0)],
  ['a mark and no text', utf8('\ufeff')],
  ['nothing but separators', utf8(' \n,,\r\n""\n')],
  ['a sheet without rows', workbook({})],
  ['a sheet of blank rows', workbook({ rows: `<row r="9">${inline('A9', ' ')}<c r="B9" s="1"/></row>` })],
  [
    'a workbook whose sheets are all hidden',
    workbook({ rows, sheets: '<sheet name="A" state="hidden" id="rId1"/>' }),
  ],
])('%s: it is empty', async (_, bytes) => {
  expect(await refusalOf(bytes)).toBe('empty');
});

test.each(['A,B\n', 'A,B'])('headings alone are a table without rows', async text => {
  expect(await readBytes(utf8(text))).toMatchObject({ ok: true, headings: ['A', 'B'], rows: [] });
});

const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
const of = (name: string, content: string | Uint8Array) =>
  packed(partsOf({ rows, more: { [name]: content } }));

test.each<[what: string, bytes: Uint8Array]>([
  ['a quote that is never closed', utf8('A,B\n1,"2\n3,4')],
  ['half a zip', workbook({ rows }).subarray(0, 400)],
  ['other bytes than were packed', damaged(workbook({ rows }, { level: 0 }), 'inlineStr">', 'inlineStr"<')],
  [
    'another letter than was packed',
    damaged(workbook({ rows }, { level: 0 }), '<t xml:space="preserve">x', '<t xml:space="preserve">y'),
  ],
  ['XML that ends early', of('xl/worksheets/sheet1.xml', '<worksheet><sheetData><row><c>')],
  ['tags that do not fit', workbook({ rows: '<row><c></row></c>' })],
  ['no XML', of('xl/workbook.xml', 'hello')],
  ['bytes that are not UTF-8', of('xl/worksheets/sheet1.xml', latin1('<worksheet>\xff</worksheet>'))],
  ['entities of its own', of('xl/worksheets/sheet1.xml', `${laughs}<worksheet>&b;</worksheet>`)],
  ['entities that nobody knows', workbook({ rows: rows.replace('x<', '&nbsp;<') })],
  ['tags in tags in tags', workbook({ rows: `${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}` })],
  ['a sheet at no place', workbook({ rows, targets: { sheet: 'http://[' } })],
  [
    'a text of half a number',
    workbook({ rows: '<row><c t="s"><v>0.5</v></c></row>', texts: '<si><t>a</t></si>' }),
  ],
  ['a sheet that is not there', workbook({ rows, targets: { sheet: 'worksheets/sheet2.xml' } })],
  [
    'a text that is not there',
    workbook({ rows: '<row><c t="s"><v>3</v></c></row>', texts: '<si><t>a</t></si>' }),
  ],
  ['a text of no number', workbook({ rows: '<row><c t="s"><v>x</v></c></row>', texts: '<si><t>a</t></si>' })],
])('%s: it is broken', async (_, bytes) => {
  expect(await refusalOf(bytes)).toBe('broken');
});

/** Some 24 MB, which packed are as many KB. */
const filler = `<a>${' '.repeat(1000)}</a>`.repeat(24_000);
const long = 'x'.repeat(32_767);

test.each<[what: string, bytes: Uint8Array]>([
  ['a sheet of spaces', of('xl/worksheets/sheet1.xml', `<worksheet>${filler}</worksheet>`)],
  ['the same, said to be small', saidToBe(10, workbook({ rows: rows + filler }))],
  ['texts of nothing', workbook({ rows, texts: filler })],
  ['styles of nothing', workbook({ rows, styles: filler })],
  [
    'many cells that refer to one long text',
    workbook({
      rows: `<row>${'<c t="s"><v>0</v></c>'.repeat(50)}</row>`.repeat(15),
      texts: `<si><t>${long}</t></si>`,
    }),
  ],
  ['a directory of 20,000 files', emptyFiles(20_000)],
])('%s: it is a bomb', async (_, bytes) => {
  expect(await refusalOf(bytes)).toBe('bomb');
});

test.each<[what: string, text: string, row: number]>([
  ['a cell', `A\nx\n${'x'.repeat(32_768)}`, 3],
  ['a cell in quotes', `A\n"${'x'.repeat(32_768)}"`, 2],
  ['a quote that is never closed', `A\n1\n2\n"${'x\n'.repeat(50_000)}`, 4],
])('%s in a CSV can be too long', async (_, text, row) => {
  expect(await readBytes(utf8(text))).toEqual({ ok: false, reason: 'too-long', row });
});

test.each<[what: string, text: string]>([
  ['a cell', `<t>${long}x</t>`],
  ['what stands between two tags', `<t>${'x'.repeat(1_000_000)}</t>`],
  ['a text in runs', '<r><t>x</t></r>'.repeat(300_000)],
])('%s in a workbook can be too long', async (_, text) => {
  const within = `<row r="5"><c t="inlineStr"><is>${text}</is></c></row>`;
  expect(await refusalOf(workbook({ rows: headings('A') + within }))).toBe('too-long');
  const apart = { rows: '<row><c t="s"><v>0</v></c></row>', texts: `<si>${text}</si>` };
  expect(await refusalOf(workbook(apart))).toBe('too-long');
});

test('as much as a cell takes is not too long', async () => {
  const longest = 'é'.repeat(32_767);
  expect(await refusalOf(utf8(`A\n"${longest}"`))).toBe('none');
  expect(await refusalOf(workbook({ rows: `<row>${inline('A1', longest)}</row>` }))).toBe('none');
});

const small = { bytes: 2000, rows: 3, columns: 2 };
const table = (...lines: string[]) => ({
  csv: utf8(lines.join('\n')),
  xlsx: workbook({
    rows: lines
      .map(
        line =>
          `<row>${line
            .split(',')
            .map(text => `<c t="str"><v>${text}</v></c>`)
            .join('')}</row>`,
      )
      .join(''),
  }),
});

test.each(['csv', 'xlsx'] as const)('a %s may have as much as is allowed', async format => {
  const read = (...lines: string[]) => readBytes(table(...lines)[format], small);
  expect(await read('A,B', '', '1,2', '3,4,', '5,6')).toMatchObject({ ok: true });
  expect(await read('A,B', '', '1', '2', '3', '', '4', '5')).toEqual({
    ok: false,
    reason: 'too-many-rows',
    row: 7,
  });
  expect(await read('A,B', '1,2,', '1,2,3')).toEqual({ ok: false, reason: 'too-many-columns', row: 3 });
  expect(await read('A,B,C')).toEqual({ ok: false, reason: 'too-many-columns', row: 1 });
});

test('neither does anybody open a file that is too large, nor read the blank rows of one without end', async () => {
  expect(await refusalOf(Buffer.alloc(2001), small)).toBe('too-large');
  expect(await refusalOf(utf8(`A${'\n'.repeat(1_100_000)}x`))).toBe('too-many-rows');
  expect(await refusalOf(workbook({ rows: '<row r="99999999"><c t="str"><v>x</v></c></row>' }))).toBe(
    'too-many-rows',
  );
});

function encrypted(zip: Uint8Array): Buffer {
  const bytes = Buffer.from(zip);
  for (const at of entriesIn(bytes)) bytes.writeUInt16LE(bytes.readUInt16LE(at + 8) | 1, at + 8);
  return bytes;
}

function saidToBe(size: number, zip: Uint8Array): Buffer {
  const bytes = Buffer.from(zip);
  for (const at of entriesIn(bytes)) bytes.writeUInt32LE(size, at + 24);
  return bytes;
}

/** Where the directory at a zip's end tells of a file. */
function entriesIn(zip: Buffer): number[] {
  const at = zip.indexOf('PK\x01\x02');
  return at === -1 ? [] : [at, ...entriesIn(zip.subarray(at + 4)).map(next => at + 4 + next)];
}

function damaged(zip: Uint8Array, from: string, to: string): Buffer {
  const bytes = Buffer.from(zip);
  bytes.write(to, bytes.indexOf(from));
  return bytes;
}

function emptyFiles(count: number): Uint8Array {
  const names = Array.from({ length: count }, (_, i) => [`${i}`, new Uint8Array()]);
  return zipSync(Object.fromEntries(names), { level: 0 });
}
