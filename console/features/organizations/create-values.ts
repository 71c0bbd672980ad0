/** What the form for a new organization holds, and what is sent of it. */
import type { SentTo } from '../../../shared/contract/routes.ts';
import { askedBy, type Staff } from '../../api/looked-after.ts';

export type CreateValues = {
  name: string;
  kind: string;
  plan: string;
  seats: string;
  /** Empty leaves it to the language of those who found it. */
  language: string;
  lookedAfterBy: string | null;
  needsApproval: boolean;
  'owner.firstName': string;
  'owner.lastName': string;
  'owner.email': string;
};

export const emptyOrganization: CreateValues = {
  name: '',
  kind: 'customer',
  plan: 'team',
  seats: '25',
  language: '',
  lookedAfterBy: null,
  needsApproval: false,
  'owner.firstName': '',
  'owner.lastName': '',
  'owner.email': '',
};

/** Whether somebody is there who could approve: the partner that founds it, or the one that is named. */
export function mayBeApproved({ kind, lookedAfterBy }: CreateValues, { actor }: Staff): boolean {
  return actor.as === 'partner' || (kind === 'customer' && lookedAfterBy !== null);
}

export function bodyOf(values: CreateValues, staff: Staff): SentTo<'create-organization'> {
  const { kind, plan, language, lookedAfterBy } = values;
  return {
    ...askedBy(staff),
    name: values.name,
    // The schema refuses what is no kind, plan or language.
    kind: kind as SentTo<'create-organization'>['kind'],
    plan: plan as SentTo<'create-organization'>['plan'],
    language: (language || undefined) as SentTo<'create-organization'>['language'],
    // Digits alone can be typed; none are no seat.
    seats: Number(values.seats),
    lookedAfterBy: (kind === 'customer' && lookedAfterBy) || undefined,
    needsApproval: values.needsApproval && mayBeApproved(values, staff),
    owner: {
      firstName: values['owner.firstName'],
      lastName: values['owner.lastName'],
      email: values['owner.email'],
    },
  };
}
