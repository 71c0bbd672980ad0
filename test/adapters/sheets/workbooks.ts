/** Workbooks by hand: only what a reader needs, and each of it as strange as a test wants it. */
import { strToU8, type ZipOptions, zipSync } from 'fflate';

const openXml = 'http://schemas.openxmlformats.org';
const transitional = {
  main: `${openXml}/spreadsheetml/2006/main`,
  relation: `${openXml}/officeDocument/2006/relationships`,
};
export const strict = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relation: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};
const packaged = `${openXml}/package/2006`;

type Parts = {
  /** The XML between the tags of the sheet's data. */
  rows?: string;
  /** The XML of the texts that cells refer to. */
  texts?: string;
  styles?: string;
  sheets?: string;
  properties?: string;
  targets?: { sheet?: string; texts?: string };
  namespaces?: typeof transitional;
  /** More files, or others in place of these. */
  more?: Record<string, string | Uint8Array>;
};

/** The files of a workbook by their names, in the order that they are packed. */
export function partsOf(wanted: Parts = {}): Record<string, string | Uint8Array> {
  const { rows = '', texts, styles, targets = {}, namespaces = transitional, more = {} } = wanted;
  const { main, relation } = namespaces;
  const sheets = wanted.sheets ?? '<sheet name="People" sheetId="1" r:id="rId1"/>';
  const related = [
    ['rId1', 'worksheet', targets.sheet ?? 'worksheets/sheet1.xml'],
    ['rId2', 'sharedStrings', targets.texts ?? 'sharedStrings.xml'],
    ['rId3', 'styles', 'styles.xml'],
  ].map(([id, kind, target]) => `<Relationship Id="${id}" Type="${relation}/${kind}" Target="${target}"/>`);
  return {
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relation}">${wanted.properties ?? ''}<sheets>${sheets}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships">${related.join('')}</Relationships>`,
    'xl/worksheets/sheet1.xml': sheetXml(rows, main),
    ...(styles !== undefined && { 'xl/styles.xml': `<styleSheet xmlns="${main}">${styles}</styleSheet>` }),
    ...(texts !== undefined && { 'xl/sharedStrings.xml': `<sst xmlns="${main}">${texts}</sst>` }),
    ...more,
  };
}

export const sheetXml = (rows: string, main = transitional.main) =>
  `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`;

export function packed(parts: Record<string, string | Uint8Array>, options: ZipOptions = {}): Uint8Array {
  const files = Object.entries(parts).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(files), options);
}

export const workbook = (wanted: Parts, options?: ZipOptions) => packed(partsOf(wanted), options);

/** A cell that has its text in it. */
export const inline = (at: string, text: string) =>
  `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;

/** Headings in a row, one a column from A on. */
export const headings = (...texts: string[]) =>
  `<row r="1">${texts.map((text, i) => inline(`${String.fromCharCode(65 + i)}1`, text)).join('')}</row>`;
