/** How the values of a profile read. */
import { accountTexts } from '../../texts/account.ts';
import { t } from '../../texts/texts.ts';
import { countryName } from '../../ui/countries.ts';
import { languageName } from '../../ui/format.ts';
import type { ProfileValues } from './profile-values.ts';

type Field = keyof ProfileValues;

export function wordsOf(field: Field, value: ProfileValues[Field]): string {
  if (typeof value === 'boolean') return value ? accountTexts.account.yes : accountTexts.account.no;
  if (!value) return t.meanwhile.empty;
  if (field === 'country') return countryName(value);
  return field === 'language' ? languageName(value) : value;
}
