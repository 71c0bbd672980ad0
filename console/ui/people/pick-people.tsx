/** The people of an organization to choose from, and those who are chosen. */
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { UserView } from '../../../shared/contract/users.ts';
import { problemOf } from '../../api/problem.ts';
import { membersTexts as words } from '../../texts/members.ts';
import { Chip } from '../chips.tsx';
import { DrawerForm, type Guard } from '../drawer-form.tsx';
import { formatNumber } from '../format.ts';
import { useIdempotencyKey } from '../idempotency-key.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import classes from './people.module.css';
import { PeopleOptions } from './people-options.tsx';
import type { Team } from './team.ts';
import { needsJob, useChanges, useJob } from './use-changes.ts';

type PickProps = { team: Team; guard: Guard; other: ReactNode };

export function PickPeople({ team, guard, other }: PickProps) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<readonly UserView[]>([]);
  const adding = useAdding(team, guard.closeNow);
  const choose = (people: readonly UserView[]) => {
    setChosen(people);
    guard.note(people.length > 0);
  };
  const toggle = (user: UserView, wanted: boolean) =>
    choose(wanted ? [...chosen, user] : chosen.filter(({ id }) => id !== user.id));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen.length > 0) adding.add(chosen);
  };
  return (
    <DrawerForm
      form={{ onSubmit: submit, noValidate: true }}
      submit={words.picker.submit(formatNumber(chosen.length))}
      busy={adding.busy}
      disabled={chosen.length === 0}
      onCancel={guard.close}
    >
      {adding.error && <ProblemNotice problem={problemOf(adding.error)} />}
      <div className={classes.search}>
        <TextInput
          type="search"
          label={words.picker.search}
          placeholder={words.picker.placeholder}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          value={typed}
          autoComplete="off"
          data-autofocus
          onChange={event => setTyped(event.currentTarget.value)}
          onKeyDown={event => event.key === 'Enter' && event.preventDefault()}
        />
        {other}
      </div>
      {chosen.length > 0 && <Chosen people={chosen} onDrop={user => toggle(user, false)} />}
      {needsJob(team, chosen.length) && <p className={classes.note}>{words.picker.asJob}</p>}
      <PeopleOptions team={team} typed={typed} chosen={chosen} onToggle={toggle} />
    </DrawerForm>
  );
}

/** One by one, or as a job where there are so many. */
function useAdding(team: Team, onDone: () => void) {
  const keyFor = useIdempotencyKey();
  const changes = useChanges(team);
  const job = useJob(team, onDone);
  const add = (people: readonly UserView[]) => {
    const ids = people.map(({ id }) => id);
    if (needsJob(team, ids.length)) return job.mutate({ input: { add: ids }, key: keyFor(ids) });
    changes.mutate({ deed: 'add', people }, { onSuccess: ({ done }) => done.length > 0 && onDone() });
  };
  return { add, busy: changes.isPending || job.isPending, error: job.error };
}

type ChosenProps = { people: readonly UserView[]; onDrop: (user: UserView) => void };

function Chosen({ people, onDrop }: ChosenProps) {
  return (
    <ul className={classes.chosen} aria-label={words.picker.chosen}>
      {people.map(user => (
        <li key={user.id}>
          <Chip remove={{ label: words.picker.drop(user.displayName), onRemove: () => onDrop(user) }}>
            {user.displayName}
          </Chip>
        </li>
      ))}
    </ul>
  );
}
