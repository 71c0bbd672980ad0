/** How the values of the form read, where somebody else's stand beside one's own. */
import { settingsTexts } from '../../texts/settings.ts';
import { t } from '../../texts/texts.ts';
import { formatMinutes, languageName } from '../../ui/format.ts';
import { listOf, type SettingsValues } from './settings-values.ts';

type Field = keyof SettingsValues;

export function wordsOf(field: Field, value: string | boolean): string {
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (field === 'idleSignOutMinutes')
    return value === '' ? settingsTexts.idle.never : formatMinutes(Number(value));
  if (field === 'invitationLifeMinutes') return formatMinutes(Number(value));
  if (field === 'language') return languageName(value);
  const listed = listOf(value).map(one => factorName(field, one));
  return listed.join(', ') || t.meanwhile.empty;
}

function factorName(field: Field, value: string): string {
  const { factors } = settingsTexts;
  return field === 'allowedFactors' && value in factors ? factors[value as keyof typeof factors].name : value;
}
