/** Adding those whose addresses or ids are pasted: who they are is shown first, then a job adds them. */
import { Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { problemOf } from '../../api/problem.ts';
import { membersTexts as words } from '../../texts/members.ts';
import { DrawerForm, type Guard } from '../drawer-form.tsx';
import { formatNumber } from '../format.ts';
import { useIdempotencyKey } from '../idempotency-key.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { lookUp } from './look-up.ts';
import { Looked, type LookedUp, lookedUp } from './looked-up.tsx';
import classes from './people.module.css';
import type { Team } from './team.ts';
import { useJob } from './use-changes.ts';

const most = 5_000;

type PasteProps = { team: Team; guard: Guard; other: ReactNode };

export function PastePeople({ team, guard, other }: PasteProps) {
  const [text, setText] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const keyFor = useIdempotencyKey();
  const looking = useLookUp(team);
  const job = useJob(team, guard.closeNow);
  const found = looking.data;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (found) {
      const add = found.people.map(({ id }) => id);
      return job.mutate({ input: { add }, key: keyFor(add) });
    }
    const entries = entriesOf(text);
    if (entries.length === 0) return setRefusal(words.paste.none);
    if (entries.length > most) return setRefusal(words.paste.tooMany);
    looking.mutate(entries);
  };
  const error = looking.error ?? job.error;
  return (
    <DrawerForm
      form={{ onSubmit: submit, noValidate: true }}
      submit={found ? words.picker.submit(formatNumber(found.people.length)) : words.paste.lookUp}
      busy={looking.isPending || job.isPending}
      disabled={found?.people.length === 0}
      onCancel={guard.close}
    >
      {error && <ProblemNotice problem={problemOf(error)} />}
      <div className={classes.search}>
        <Textarea
          label={words.paste.label}
          description={words.paste.why}
          rows={8}
          value={text}
          error={refusal}
          data-autofocus
          onChange={event => {
            setText(event.currentTarget.value);
            setRefusal(undefined);
            looking.reset();
            guard.note(event.currentTarget.value.trim() !== '');
          }}
        />
        {other}
      </div>
      <p className={classes.note} role="status">
        {looking.isPending && words.paste.looking(formatNumber(looking.read))}
      </p>
      {found && <Looked found={found} />}
    </DrawerForm>
  );
}

function useLookUp(team: Team) {
  const client = useQueryClient();
  const [read, setRead] = useState(0);
  const looking = useMutation({
    mutationFn: async (entries: readonly string[]): Promise<LookedUp> =>
      lookedUp(team, await lookUp(client, team.org, entries, setRead)),
    onMutate: () => setRead(0),
  });
  return { ...looking, read };
}

/** Of what is pasted out of a mail or a table, as well: "Ada Okafor" <ada@example.com>. */
function entriesOf(text: string): string[] {
  const entries = text.split(/[\s,;<>"']+/).filter(part => part.includes('@') || part.startsWith('usr_'));
  return [...new Set(entries.map(entry => entry.toLowerCase()))];
}
