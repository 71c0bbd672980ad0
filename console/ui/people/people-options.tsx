/** Everybody who was found, each to be chosen; whoever cannot be added stands there with the reason. */
import { Checkbox, Skeleton } from '@mantine/core';
import type { UserView } from '../../../shared/contract/users.ts';
import { problemOf } from '../../api/problem.ts';
import { membersTexts as words } from '../../texts/members.ts';
import { Person } from '../person.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import classes from './people.module.css';
import { type Team, whyNot } from './team.ts';
import { usePeople } from './use-people.ts';

type OptionsProps = {
  team: Team;
  typed: string;
  chosen: readonly UserView[];
  onToggle: (user: UserView, wanted: boolean) => void;
};

export function PeopleOptions({ team, typed, chosen, onToggle }: OptionsProps) {
  const people = usePeople(team.org, typed);
  if (people.error && !people.data)
    return <ProblemNotice problem={problemOf(people.error)} onRetry={() => people.refetch()} />;
  if (!people.data) return <Waiting />;
  const { items, nextCursor } = people.data;
  if (items.length === 0)
    return (
      <p className={classes.note} role="status">
        {nothing(people.isSearching, typed)}
      </p>
    );
  return (
    <fieldset className={classes.options} aria-busy={people.isSearching || undefined}>
      <legend className={classes.legend}>{words.picker.people}</legend>
      {items.map(user => (
        <Option
          key={user.id}
          user={user}
          why={whyNot(team, user)}
          chosen={chosen.some(({ id }) => id === user.id)}
          onToggle={onToggle}
        />
      ))}
      {nextCursor && <p className={classes.note}>{words.picker.narrow}</p>}
    </fieldset>
  );
}

function nothing(searching: boolean, typed: string): string {
  if (searching) return words.picker.searching;
  return typed.trim() ? words.picker.nothing(typed.trim()) : words.picker.nobody;
}

type OptionProps = {
  user: UserView;
  why: string | undefined;
  chosen: boolean;
  onToggle: OptionsProps['onToggle'];
};

function Option({ user, why, chosen, onToggle }: OptionProps) {
  return (
    <Checkbox
      classNames={{
        root: classes.option,
        body: classes.optionBody,
        labelWrapper: classes.optionWords,
        description: classes.optionWhy,
      }}
      label={<Person person={user} />}
      description={why}
      checked={chosen}
      disabled={why !== undefined}
      onChange={event => onToggle(user, event.currentTarget.checked)}
    />
  );
}

function Waiting() {
  return (
    <div className={classes.waiting} aria-busy="true">
      {[0, 1, 2, 3, 4].map(at => (
        <Skeleton key={at} height={40} />
      ))}
    </div>
  );
}
