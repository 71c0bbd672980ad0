/** The organizations of whoever is signed in: links to each, with a field to find one where they are many. */
import { TextInput, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconSearch } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import type { Me } from '../../../shared/contract/auth.ts';
import { useMe } from '../../api/actor.ts';
import { queries } from '../../api/queries.ts';
import { t } from '../../texts/texts.ts';
import { Monogram } from '../../ui/brand.tsx';
import { keepsEscape } from '../../ui/popover.tsx';
import { matching } from '../../ui/search-choices.ts';
import { Status } from '../../ui/status.tsx';
import { samePlaceIn } from './same-place.ts';
import classes from './switcher.module.css';

type Organization = Me['organizations'][number];

/** With more than these, a field stands above them. */
const atAGlance = 8;

export function OrganizationChoices(props: { org: string; organizations: readonly Organization[] }) {
  const { org, organizations } = props;
  const [typed, setTyped] = useState('');
  const me = useMe();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  useAskAgain();
  const found = named(organizations.toSorted(byName), typed);
  const searches = organizations.length > atAGlance;
  const goToFirst = (event: KeyboardEvent<HTMLInputElement>) => {
    const [first] = found;
    if (event.key !== 'Enter' || typed.trim() === '' || !first) return;
    // The button gets the focus back, and would be pressed by the same key.
    event.preventDefault();
    navigate(samePlaceIn(first, me, pathname));
    event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
  };
  return (
    <>
      {searches && <Search typed={typed} found={found.length} onType={setTyped} onKeyDown={goToFirst} />}
      <div className={classes.label} aria-hidden="true">
        {t.switcher.title}
      </div>
      <ul className={classes.list}>
        {found.map(each => (
          <li key={each.id}>
            <Choice organization={each} current={each.id === org} to={samePlaceIn(each, me, pathname)} />
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className={classes.nothing}>{t.switcher.none(typed.trim())}</p>}
    </>
  );
}

/** One may have come to another organization, or one may be suspended, since the page was opened. */
function useAskAgain(): void {
  const client = useQueryClient();
  useEffect(() => void client.invalidateQueries({ queryKey: queries.me().queryKey }), [client]);
}

function byName(one: Organization, other: Organization): number {
  return one.name.localeCompare(other.name, undefined, { sensitivity: 'base', numeric: true });
}

function named(organizations: readonly Organization[], typed: string): Organization[] {
  const choices = organizations.map(({ id, name }) => ({ value: id, label: name }));
  return matching(choices, typed).flatMap(({ value }) => organizations.filter(({ id }) => id === value));
}

type SearchProps = {
  typed: string;
  found: number;
  onType: (text: string) => void;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
};

function Search({ typed, found, onType, onKeyDown }: SearchProps) {
  return (
    <div className={classes.search}>
      <TextInput
        {...keepsEscape}
        size="xs"
        aria-label={t.switcher.search}
        placeholder={t.switcher.search}
        autoComplete="off"
        leftSection={<IconSearch size={14} aria-hidden="true" />}
        value={typed}
        onChange={event => onType(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <VisuallyHidden role="status">{typed.trim() && t.switcher.found(found)}</VisuallyHidden>
    </div>
  );
}

type ChoiceProps = { organization: Organization; current: boolean; to: string };

function Choice({ organization: { name, role, suspended }, current, to }: ChoiceProps) {
  return (
    <Link
      {...keepsEscape}
      className={classes.choice}
      to={to}
      aria-current={current ? 'true' : undefined}
      data-closes
    >
      <Monogram name={name} />
      <span className={classes.words}>
        <bdi className={classes.name}>{name}</bdi>
        <span className={classes.note}>
          {suspended ? <Status tone="waiting">{t.switcher.suspended}</Status> : t.roles[role].name}
        </span>
      </span>
      {current && <IconCheck size={16} aria-hidden="true" />}
    </Link>
  );
}
