/** What every workbook has besides its rows. */

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const openXml = 'http://schemas.openxmlformats.org';
const main = `${openXml}/spreadsheetml/2006/main`;
const relation = `${openXml}/officeDocument/2006/relationships`;
const packaged = `${openXml}/package/2006`;
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Format 49 is text: a name that is typed as `=1` stays what it is. */
const styles = [
  `<styleSheet xmlns="${main}">`,
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>',
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>',
  '</styleSheet>',
].join('');

/** The name of a sheet's file, from 1. */
export const sheetPart = (number: number) => `xl/worksheets/sheet${number}.xml`;

/** The files of a workbook by their names, but for its sheets, which are called as is said, in this order. */
export function workbookParts(sheets: readonly string[]): Readonly<Record<string, string>> {
  const numbered = sheets.map((name, i) => ({ name, number: i + 1 }));
  return {
    '[Content_Types].xml': [
      `${declaration}<Types xmlns="${packaged}/content-types">`,
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
      '<Default Extension="xml" ContentType="application/xml"/>',
      `<Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>`,
      `<Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>`,
      ...numbered.map(
        ({ number }) =>
          `<Override PartName="/${sheetPart(number)}" ContentType="${spreadsheet}.worksheet+xml"/>`,
      ),
      '</Types>',
    ].join(''),
    '_rels/.rels': [
      `${declaration}<Relationships xmlns="${packaged}/relationships">`,
      `<Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ].join(''),
    'xl/workbook.xml': [
      `${declaration}<workbook xmlns="${main}" xmlns:r="${relation}"><sheets>`,
      ...numbered.map(
        ({ name, number }) => `<sheet name="${name}" sheetId="${number}" r:id="rId${number}"/>`,
      ),
      '</sheets></workbook>',
    ].join(''),
    'xl/_rels/workbook.xml.rels': [
      `${declaration}<Relationships xmlns="${packaged}/relationships">`,
      ...numbered.map(
        ({ number }) =>
          `<Relationship Id="rId${number}" Type="${relation}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
      ),
      `<Relationship Id="rId0" Type="${relation}/styles" Target="styles.xml"/></Relationships>`,
    ].join(''),
    'xl/styles.xml': `${declaration}${styles}`,
  };
}

/** Wide enough for most names. */
const usualWidth = 24;

/** All columns alike; the first row stays when the others move. */
export function sheetStart(columns: number, width = usualWidth): string {
  return [
    `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">`,
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    columns > 0
      ? `<cols><col min="1" max="${columns}" width="${width}" style="1" customWidth="1"/></cols>`
      : '',
    '<sheetData>',
  ].join('');
}

export const sheetEnd = '</sheetData></worksheet>';
