/** What filters and their values are called. */
import { useQuery } from '@tanstack/react-query';
import { accessQueries } from '../../../api/access-queries.ts';
import { type Actor, may } from '../../../api/actor.ts';
import { findTexts } from '../../../texts/find.ts';
import { t } from '../../../texts/texts.ts';
import { usersTexts } from '../../../texts/users.ts';
import { formatDate } from '../../../ui/format.ts';
import type { Choice } from '../../../ui/search-choices.ts';
import type { Tab } from '../list-state.ts';
import { dayAt, daysIn, presetIn } from './active-span.ts';
import {
  type FilterKey,
  type FixedFilter,
  filterKeys,
  fixed,
  isFixed,
  isNamed,
  isOfPending,
  type NamedFilter,
} from './filters.ts';

const neededFor = { group: 'groups.read', project: 'projects.read', customRole: 'access.read' } as const;

/** The filters that can be set: where they make sense, by whoever may see what they are about. */
export function offeredFilters(tab: Tab, actor: Actor): readonly FilterKey[] {
  return filterKeys.filter(
    key => (!isOfPending(key) || tab === 'pending') && (!isNamed(key) || may(actor, neededFor[key])),
  );
}

type Words = Readonly<Record<string, string>>;

/** The values of a filter that has few. */
export function fixedChoices(key: FixedFilter): Choice[] {
  const allHints: Partial<Record<FixedFilter, Words>> = findTexts.hints;
  const hints = allHints[key] ?? {};
  return fixed[key].map(value => ({ value, label: labelOf(key, value), hint: hints[value] }));
}

function labelOf(key: FixedFilter, value: string): string {
  const roles = Object.fromEntries(fixed.role.map(role => [role, t.roles[role].name]));
  const words: Readonly<Record<FixedFilter, Words>> = {
    role: roles,
    delivery: Object.fromEntries(fixed.delivery.map(state => [state, usersTexts.delivery[state]])),
    ...findTexts.values,
  };
  return words[key][value] ?? value;
}

/** Everything that a filter by names can be set to; undefined while it is on its way. */
export function useNamedChoices(key: NamedFilter, org: string): Choice[] | undefined {
  const groups = useQuery({ ...accessQueries.allGroups(org), enabled: key === 'group' });
  const projects = useQuery({ ...accessQueries.allProjects(org), enabled: key === 'project' });
  const roles = useQuery({ ...accessQueries.customRoles(org), enabled: key === 'customRole' });
  const all = { group: groups.data, project: projects.data, customRole: roles.data?.items }[key];
  return all?.map(({ id, name }) => ({ value: id, label: name }));
}

/** A filter's values as its chip says them; of things that have names, `named` are all there are. */
export function valueWords(key: FilterKey, values: readonly string[], named?: readonly Choice[]): string[] {
  if (isFixed(key)) return values.map(value => labelOf(key, value));
  if (!isNamed(key)) return values.map(spanWords);
  const missing = named ? findTexts.gone : '…';
  return values.map(value => named?.find(choice => choice.value === value)?.label ?? missing);
}

function spanWords(span: string): string {
  const preset = presetIn(span);
  if (preset) return findTexts.presets[preset];
  const { from, to } = daysIn(span) ?? {};
  const day = (written: string) => formatDate(dayAt(written).toISOString());
  if (from && to) return from === to ? day(from) : findTexts.between(day(from), day(to));
  return from ? findTexts.since(day(from)) : findTexts.until(day(to ?? ''));
}
