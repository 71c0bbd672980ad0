/** What the cells of a row say, column by column: values as the API takes them, or what is wrong. */
import { Role } from '../../contract/roles.ts';
import { Language } from '../../contract/text.ts';
import type { TakenColumn } from '../../contract/user-columns.ts';
import { splitCell } from '../cells.ts';
import { shortened } from './shortened.ts';
import type { Lookup } from './things.ts';

/** A field of a wish, or a sentence. */
export type Said = { field: string; value: unknown } | { reason: string; remedy?: string };

type Kind = 'customRoles' | 'groups' | 'projects';
export type Lookups = Readonly<Record<Kind, Lookup>>;

/** Takes away what there is. */
const isNone = (text: string) => text.toLowerCase() === 'none';

/** @param text is not empty */
export function readCell(column: TakenColumn, text: string, lookups: Lookups): Said {
  switch (column) {
    case 'role':
      return (
        oneOf(Role.options, 'role', text) ?? {
          reason: `There is no role ${shortened(text)}.`,
          remedy: roleRemedy,
        }
      );
    case 'language':
      return (
        oneOf(Language.options, 'language', text) ?? {
          reason: `There are no mails in the language ${shortened(text)}.`,
        }
      );
    case 'access':
      return accessOf(text);
    case 'customRoles':
    case 'groups':
    case 'projects':
      return listOf(column, text, lookups[column]);
    case 'apiAccess':
      return yesNo('apiAccess', text);
    case 'mfaRequired':
      return yesNo('requireMfa', text);
    case 'username':
      return { field: 'username', value: isNone(text) ? null : text };
    default:
      return { field: column, value: text };
  }
}

const roleRemedy =
  'Put owner, admin, manager or user. What you have made yourselves stands under custom roles.';

function oneOf(options: readonly string[], field: string, text: string): Said | undefined {
  const value = options.find(option => option === text.toLowerCase());
  return value === undefined ? undefined : { field, value };
}

const yes = ['yes', 'true', '1'];
const no = ['no', 'false', '0'];

function yesNo(field: string, text: string): Said {
  const said = text.toLowerCase();
  if (yes.includes(said) || no.includes(said)) return { field, value: yes.includes(said) };
  return { reason: 'It says neither yes nor no.' };
}

function accessOf(text: string): Said {
  if (text.toLowerCase() === 'all') return { field: 'access', value: { mode: 'all' } };
  const permissions = isNone(text) ? [] : partsOf(text);
  return { field: 'access', value: { mode: 'custom', permissions } };
}

const called: Readonly<Record<Kind, string>> = {
  customRoles: 'custom role',
  groups: 'group',
  projects: 'project',
};

function listOf(kind: Kind, text: string, lookup: Lookup): Said {
  if (isNone(text)) return { field: kind, value: [] };
  const found = partsOf(text).map(part => ({ part, id: lookup(part) }));
  const unknown = found.filter(({ id }) => id === 'unknown').map(({ part }) => part);
  if (unknown.length > 0) return { reason: `There is no ${called[kind]} ${shortened(unknown.join(', '))}.` };
  const ambiguous = found.find(({ id }) => id === 'ambiguous');
  if (ambiguous)
    return {
      reason: `There is more than one ${called[kind]} with the name ${shortened(ambiguous.part)}.`,
      remedy: 'Put its ID in place of the name.',
    };
  return { field: kind, value: [...new Set(found.map(({ id }) => id))] };
}

function partsOf(text: string): string[] {
  return [...new Set(splitCell(text).filter(Boolean))];
}
