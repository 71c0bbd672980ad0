/** One of the organizations that somebody looks after, found by the beginning of its name. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { lookedAfterQueries, type Staff } from '../api/looked-after.ts';
import { organizationsTexts as words } from '../texts/organizations.ts';
import type { Choice } from './search-choices.ts';
import { SearchSelect } from './search-select.tsx';

type OrganizationPickerProps = {
  staff: Staff;
  name: string;
  label: string;
  value: string | null;
  onChange: (value: string | null) => void;
  /** What is chosen already, which is not among what was found yet. */
  chosen?: Choice;
  /** Only partners are offered. */
  kind?: 'partner';
  /** Offered above all others: to choose none. */
  none: string;
  /** Where nothing begins as typed. */
  nothing: string;
  error?: string;
};

export function OrganizationPicker(props: OrganizationPickerProps) {
  const { staff, kind, chosen, none, nothing, value, onChange, ...field } = props;
  const [typed, setTyped] = useState('');
  const found = useQuery(lookedAfterQueries.named(staff, typed.trim(), kind));
  const choices = (found.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const others = chosen && !choices.some(choice => choice.value === chosen.value) ? [chosen] : [];
  return (
    <SearchSelect
      {...field}
      value={value ?? ''}
      choices={[{ value: '', label: none }, ...others, ...choices]}
      nothing={found.isFetching ? words.picker.searching : nothing}
      onType={setTyped}
      onChange={picked => onChange(picked || null)}
    />
  );
}
