/** What the form of one's own profile holds, and what is sent of it: only what was changed. */
import type { PersonView } from '../../../shared/contract/auth.ts';
import type { SentTo } from '../../../shared/contract/routes.ts';
import type { Telephone } from '../../ui/use-telephone.ts';

export type ProfileValues = {
  firstName: string;
  lastName: string;
  title: string;
  city: string;
  stateOrProvince: string;
  country: string | null;
  telephone: string;
  language: string;
  'communications.product': boolean;
  'communications.marketing': boolean;
};

export function valuesOf(person: PersonView): ProfileValues {
  return {
    firstName: person.firstName,
    lastName: person.lastName,
    title: person.title ?? '',
    city: person.city ?? '',
    stateOrProvince: person.stateOrProvince ?? '',
    country: person.country ?? null,
    telephone: person.telephone ?? '',
    language: person.language,
    'communications.product': person.communications?.product ?? false,
    'communications.marketing': person.communications?.marketing ?? false,
  };
}

/** What is different from `base`. What was emptied is taken away; the two choices of mails go together. */
export function changesIn(
  values: ProfileValues,
  base: ProfileValues,
  known: Telephone | undefined,
): SentTo<'edit-me'> {
  const before = bodyOf(base, known);
  const changed = Object.entries(bodyOf(values, known)).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof typeof before]),
  );
  return Object.fromEntries(changed);
}

function bodyOf(values: ProfileValues, known: Telephone | undefined) {
  const { country } = values;
  const telephone = filled(values.telephone);
  return {
    firstName: values.firstName,
    lastName: values.lastName,
    title: filled(values.title),
    city: filled(values.city),
    stateOrProvince: filled(values.stateOrProvince),
    country,
    telephone: telephone && (known?.toE164(telephone, country) ?? telephone),
    language: values.language,
    communications: {
      product: values['communications.product'],
      marketing: values['communications.marketing'],
    },
  };
}

function filled(text: string): string | null {
  return text.trim() === '' ? null : text;
}
