/** Where in a workbook the table stands: what its parts say of one another. */
import { refusal } from './refuse.ts';
import { prefixed, readXml } from './xml.ts';
import type { Zip } from './zip.ts';
import type { ZipEntry } from './zip-directory.ts';

export type Workbook = {
  sheet: ZipEntry;
  /** Texts that cells refer to by number. */
  texts: ZipEntry | undefined;
  styles: ZipEntry | undefined;
  /** Days are counted from 1904, as on old Macs. */
  from1904: boolean;
};

type Relation = { kind: string; target: string };

/** The first sheet that is to be seen. */
export async function openWorkbook(zip: Zip): Promise<Workbook> {
  const path = await workbookPath(zip);
  const { sheetId, from1904 } = await readWorkbook(zip, path);
  const relations = await relationsOf(zip, path);
  const partOf = (kind: string) =>
    [...relations.values()].filter(each => each.kind === kind).map(each => zip.entry(each.target))[0];
  const sheet = zip.entry(relations.get(sheetId)?.target ?? '');
  if (!sheet) throw refusal('broken');
  return { sheet, texts: partOf('sharedStrings'), styles: partOf('styles'), from1904 };
}

/** Zips of other programs, also Numbers' and LibreOffice's own, have no such thing, and those of Word another one. */
async function workbookPath(zip: Zip): Promise<string> {
  const relations = await relationsOf(zip, '');
  const found = [...relations.values()].find(({ kind }) => kind === 'officeDocument');
  if (!found?.target.endsWith('.xml')) throw refusal('not-a-table');
  return found.target;
}

async function readWorkbook(zip: Zip, path: string): Promise<{ sheetId: string; from1904: boolean }> {
  let root: string | undefined;
  let sheetId: string | undefined;
  let from1904 = false;
  await readXml(bytesOf(zip, path), {
    open: (name, attributes) => {
      root ??= name;
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name === 'sheet' && /^(visible)?$/.test(attributes.state ?? ''))
        sheetId ??= prefixed(attributes, 'id');
    },
    close: () => undefined,
  });
  if (root !== 'workbook') throw refusal('not-a-table');
  if (sheetId === undefined) throw refusal('empty');
  return { sheetId, from1904 };
}

/** By their ids: kinds without the namespace, of which there are two, and targets from the root, in small letters. */
async function relationsOf(zip: Zip, path: string): Promise<Map<string, Relation>> {
  const [folder, name] = [path.slice(0, path.lastIndexOf('/') + 1), path.slice(path.lastIndexOf('/') + 1)];
  const relations = new Map<string, Relation>();
  const entry = zip.entry(`${folder}_rels/${name}.rels`);
  if (!entry) return relations;
  await readXml(zip.bytesOf(entry), {
    open: (tag, { Id = '', Type = '', Target = '' }) => {
      if (tag !== 'Relationship') return;
      const target = URL.parse(Target, `zip:/${folder}`)?.pathname.slice(1).toLowerCase() ?? '';
      relations.set(Id, { kind: Type.slice(Type.lastIndexOf('/') + 1), target });
    },
    close: () => undefined,
  });
  return relations;
}

function bytesOf(zip: Zip, path: string): AsyncIterable<Uint8Array> {
  const entry = zip.entry(path);
  if (!entry) throw refusal('broken');
  return zip.bytesOf(entry);
}
