/** Editing something: a drawer that keeps what was typed, also where somebody else has saved meanwhile. */
import { type ReactNode, useState } from 'react';
import type * as z from 'zod/mini';
import { type Problem, problemOf } from '../api/problem.ts';
import { ChangedMeanwhile } from './changed-meanwhile.tsx';
import { DrawerForm, FormDrawer, type Guard } from './drawer-form.tsx';
import { type ContractForm, useContractForm } from './form.ts';
import { FormProblem } from './form-problem.tsx';
import type { Meanwhile } from './meanwhile.ts';
import { notify } from './notices.tsx';
import { type Saving, useSave } from './use-save.ts';
import { isSame, type Values } from './values.ts';

type EditProps<T, V extends Values> = Saving<T, V> & {
  words: { title: (name: string) => string; submit: string; discard: string; done: (name: string) => string };
  labels: Readonly<Record<keyof V & string, string>>;
  schema: z.ZodMiniType;
  about?: Partial<Record<Problem['kind'], keyof V & string>>;
  /** How a value reads that somebody else has saved. */
  wordsOf?: (field: keyof V & string, value: V[keyof V & string]) => string;
  onClose: () => void;
  children: (form: ContractForm<V>) => ReactNode;
};

type Thing = { name: string; version: number };

export function EditDrawer<T extends Thing, V extends Values>(props: EditProps<T, V>) {
  const { title, discard } = props.words;
  return (
    <FormDrawer title={title(props.thing.name)} discard={discard} onClose={props.onClose}>
      {guard => <EditForm {...props} guard={guard} />}
    </FormDrawer>
  );
}

function EditForm<T extends Thing, V extends Values>({
  guard,
  ...props
}: EditProps<T, V> & { guard: Guard }) {
  const { words, labels, schema, about, wordsOf, thing, valuesOf, changesIn, children } = props;
  // What the form began with: a newer answer does not change what somebody is typing.
  const [base, setBase] = useState(thing);
  const [meanwhile, setMeanwhile] = useState<Meanwhile<V>[]>([]);
  const form = useContractForm({
    initial: valuesOf(base),
    ...{ schema, labels, about },
    body: values => changesIn(values, base),
    onChange: guard.note,
    send: values => save.mutate(values),
  });
  const save = useSave(
    { ...props, thing: base },
    {
      onSaved: saved => {
        guard.closeNow();
        notify(words.done(saved.name));
      },
      onStale: stale => {
        setBase(stale.theirs);
        setMeanwhile(stale.meanwhile);
        form.setAll(stale.values);
      },
      onRefused: thrown => form.show(problemOf(thrown)),
    },
  );
  const before = valuesOf(base);
  const changed = Object.keys(before).some(field => !isSame(form.values[field], before[field]));
  return (
    <DrawerForm
      form={form.props}
      submit={words.submit}
      busy={save.isPending}
      disabled={!changed}
      onCancel={guard.close}
    >
      <FormProblem form={form} error={save.error} />
      {meanwhile.length > 0 && (
        <ChangedMeanwhile
          key={base.version}
          meanwhile={meanwhile}
          label={field => labels[field]}
          words={wordsOf}
          onTake={({ field, theirs }) => {
            form.set(field, theirs);
            setMeanwhile(meanwhile.filter(change => change.field !== field));
          }}
        />
      )}
      {children(form)}
    </DrawerForm>
  );
}
