/** How numbers of a workbook are shown, as far as it says what they are. */
import { readXml } from './xml.ts';

export type NumberFormat = {
  isDate: boolean;
  /** Zeros are put before a number that has fewer digits: postal codes, numbers of staff. */
  digits: number;
};

/** Dates and times that need not be spelled out, some of them in East Asia alone; 45 to 47 are lengths of time. */
const knownDates = /^(1[4-9]|2[0-27-9]|3[0-6]|5[0-8])$/;

/** By the style of a cell. */
export async function numberFormatsOf(styles: AsyncIterable<Uint8Array>): Promise<NumberFormat[]> {
  const spelled = new Map<string, string>();
  const ids: string[] = [];
  let within = '';
  await readXml(styles, {
    open: (name, attributes) => {
      if (/^(numFmts|cellXfs|cellStyleXfs|dxfs)$/.test(name)) within = name;
      if (name === 'numFmt' && within === 'numFmts')
        spelled.set(attributes.numFmtId ?? '', attributes.formatCode ?? '');
      if (name === 'xf' && within === 'cellXfs') ids.push(attributes.numFmtId ?? '0');
    },
    close: () => undefined,
  });
  return ids.map(id => formatOf(spelled.get(id), id));
}

function formatOf(code: string | undefined, id: string): NumberFormat {
  if (code === undefined) return { isDate: knownDates.test(id), digits: 0 };
  return { isDate: isDateCode(code), digits: /^0+$/.test(code) ? code.length : 0 };
}

/** Whether years, months, days, hours or seconds are in it, but for hours and more that count on, as in `[h]:mm`. */
function isDateCode(code: string): boolean {
  const [positive = ''] = code.replace(/"[^"]*"|\\.|[_*]./g, '').split(';');
  if (/\[[hms]+\]/i.test(positive)) return false;
  return /[ymdhs]/i.test(positive.replace(/\[[^\]]*\]|general/gi, ''));
}
