/** Whom somebody can sign in as: the first of each role in every organization. */
import type { OrganizationId } from '../../../shared/contract/ids.ts';
import type { OrganizationActor } from '../../../shared/domain/actor.ts';
import { demo } from '../../demo.ts';
import { type DemoOrganization, demoEmail } from './people.ts';

/** Somebody whose password is printed. */
export type DemoAccount = {
  organization: OrganizationId;
  organizationName: string;
  role: string;
  email: string;
  password: string;
};

export function accountsOf(
  { people, domain }: DemoOrganization,
  { organization }: OrganizationActor,
): DemoAccount[] {
  const shown = people.filter(
    ({ fate, role }, i, all) => fate === 'active' && all.findIndex(other => other.role === role) === i,
  );
  return shown.map(person => account(organization, person.role, demoEmail(person, domain)));
}

export function account(
  { id, name }: OrganizationActor['organization'],
  role: string,
  email: string,
): DemoAccount {
  return { organization: id, organizationName: name, role, email, password: demo.password };
}
