/** Creating something: a drawer with its fields, sent once however often it is tried. */
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type * as z from 'zod/mini';
import { type Problem, problemOf } from '../api/problem.ts';
import { DrawerForm, FormDrawer, type Guard } from './drawer-form.tsx';
import { type ContractForm, useContractForm } from './form.ts';
import type { Labels } from './form-errors.ts';
import { FormProblem } from './form-problem.tsx';
import { useIdempotencyKey } from './idempotency-key.ts';
import { notify } from './notices.tsx';
import type { Values } from './values.ts';

export type CreateProps<T, V extends Values, B extends object> = {
  words: { title: string; submit: string; discard: string; done: (name: string) => string };
  labels: Labels;
  initial: V;
  schema: z.ZodMiniType;
  body: (values: V) => B;
  create: (body: B, idempotencyKey: string) => Promise<T>;
  about?: Partial<Record<Problem['kind'], keyof V & string>>;
  onCreated: (created: T) => void;
  onClose: () => void;
  children: (form: ContractForm<V>) => ReactNode;
};

export function CreateDrawer<T extends { name: string }, V extends Values, B extends object>(
  props: CreateProps<T, V, B>,
) {
  const { title, discard } = props.words;
  return (
    <FormDrawer title={title} discard={discard} onClose={props.onClose}>
      {guard => <CreateForm {...props} guard={guard} />}
    </FormDrawer>
  );
}

function CreateForm<T extends { name: string }, V extends Values, B extends object>({
  guard,
  ...props
}: CreateProps<T, V, B> & { guard: Guard }) {
  const { words, labels, initial, schema, body, create, about, onCreated, children } = props;
  const keyFor = useIdempotencyKey();
  const form = useContractForm({
    ...{ initial, schema, body, labels, about },
    onChange: guard.note,
    send: values => sending.mutate(values),
  });
  const sending = useMutation({
    mutationFn: (values: V) => create(body(values), keyFor(body(values))),
    onSuccess: created => {
      guard.closeNow();
      onCreated(created);
      notify(words.done(created.name));
    },
    onError: thrown => form.show(problemOf(thrown)),
  });
  return (
    <DrawerForm form={form.props} submit={words.submit} busy={sending.isPending} onCancel={guard.close}>
      <FormProblem form={form} error={sending.error} />
      {children(form)}
    </DrawerForm>
  );
}
