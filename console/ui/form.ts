/** Forms that know the contract: its schema checks them before they are sent, and its pointers name the fields after. */
import { type ChangeEvent, type FormEvent, useEffect, useRef, useState } from 'react';
import type * as z from 'zod/mini';
import type { Problem } from '../api/problem.ts';
import { asFieldErrors, type Errors, type Labels, placeErrors } from './form-errors.ts';
import { isSame, type Values } from './values.ts';

/** The fields of one kind, each by its place in what is sent: `profile.city`. */
type FieldsOf<V extends Values, T> = { [K in keyof V & string]: V[K] extends T ? K : never }[keyof V &
  string];

type FormSetup<V extends Values> = {
  initial: V;
  schema: z.ZodMiniType;
  /** What is sent of the values. */
  body: (values: V) => object;
  labels: Labels;
  send: (values: V) => void;
  /** Hears of every change as it happens: whether anything differs from how the form began. */
  onChange?: (dirty: boolean) => void;
  /** The field that a refusal is about, where the problem itself does not point at one. */
  about?: Partial<Record<Problem['kind'], keyof V & string>>;
};

export type ContractForm<V extends Values> = {
  values: V;
  errors: Errors;
  /** What could be said at no field. */
  unplaced: readonly string[];
  set: <K extends keyof V & string>(field: K, value: V[K]) => void;
  /** Other values in place of all that stand there. */
  setAll: (values: V) => void;
  text: (field: FieldsOf<V, string>) => TextProps;
  choice: (field: FieldsOf<V, string | null>) => ChoiceProps;
  several: (field: FieldsOf<V, readonly string[]>) => SeveralProps;
  checkbox: (field: FieldsOf<V, boolean>) => CheckboxProps;
  submit: (event?: FormEvent) => void;
  /** Says at the fields what the server has refused. */
  show: (problem: Problem) => void;
  /** For the form element. */
  props: {
    ref: React.RefObject<HTMLFormElement | null>;
    onSubmit: (event: FormEvent) => void;
    noValidate: true;
  };
};

type Typed = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
export type TextProps = {
  name: string;
  value: string;
  error?: string;
  onChange: (event: ChangeEvent<Typed>) => void;
};
export type ChoiceProps = {
  name: string;
  value: string | null;
  error?: string;
  onChange: (value: string | null) => void;
};
export type SeveralProps = {
  name: string;
  value: readonly string[];
  error?: string;
  onChange: (value: readonly string[]) => void;
};
type CheckboxProps = {
  name: string;
  checked: boolean;
  error?: string;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
};

export function useContractForm<V extends Values>(setup: FormSetup<V>): ContractForm<V> {
  const { initial, schema, body, labels, send, onChange, about } = setup;
  const [values, setValues] = useState<V>(initial);
  const { errors, unplaced, setPlaced, clear, element } = useErrors();
  const set = (field: string, value: unknown) => {
    const after = { ...values, [field]: value };
    setValues(after);
    clear(field);
    onChange?.(Object.keys(initial).some(name => !isSame(initial[name], after[name])));
  };
  const value = (field: string) => ({ name: field, value: values[field] as string, error: errors[field] });
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    const checked = schema.safeParse(body(values));
    if (checked.success) return send(values);
    setPlaced(placeErrors(asFieldErrors(checked.error.issues), Object.keys(initial), labels));
  };
  return {
    values,
    errors,
    unplaced,
    set,
    setAll: setValues,
    text: field => ({ ...value(field), onChange: event => set(field, event.currentTarget.value) }),
    choice: field => ({ ...value(field), onChange: chosen => set(field, chosen) }),
    several: field => ({
      name: field,
      value: values[field] as readonly string[], // its type says so, see FieldsOf
      error: errors[field],
      onChange: chosen => set(field, chosen),
    }),
    checkbox: field => ({
      name: field,
      checked: values[field] === true,
      error: errors[field],
      onChange: event => set(field, event.currentTarget.checked),
    }),
    submit,
    show: problem =>
      setPlaced(placeErrors(pointed(problem, about?.[problem.kind]), Object.keys(initial), labels)),
    props: { ref: element, onSubmit: submit, noValidate: true },
  };
}

/** The errors of a problem; for one that points nowhere, its sentence at the field that it is about. */
function pointed({ errors, kind, title, detail }: Problem, field: string | undefined) {
  if (errors.length > 0 || !field) return errors;
  return [{ pointer: `/${field.replaceAll('.', '/')}`, code: kind, message: `${title}. ${detail}` }];
}

/** What stands at the fields; the first field that needs another look takes the focus. */
function useErrors() {
  const element = useRef<HTMLFormElement>(null);
  const [placed, setPlaced] = useState<{ errors: Errors; unplaced: readonly string[] }>({
    errors: {},
    unplaced: [],
  });
  const [shown, setShown] = useState(0);
  useEffect(() => {
    if (shown > 0)
      element.current?.querySelector<HTMLElement>(':is(input, textarea)[aria-invalid="true"]')?.focus();
  }, [shown]);
  return {
    ...placed,
    element,
    setPlaced: (next: typeof placed) => {
      setPlaced(next);
      setShown(times => times + 1);
    },
    clear: (field: string) =>
      setPlaced(({ errors: { [field]: _, ...errors }, unplaced }) => ({ errors, unplaced })),
  };
}
