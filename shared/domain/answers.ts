/** Answers that are kept, to be given again when a request is repeated: whom they are about. */
import * as z from 'zod/mini';
import { OrganizationId, PersonId } from '../contract/ids.ts';
import type { Person, PersonalAnswer } from './model.ts';

const AboutSomebody = z.object({ id: PersonId, organization: z.optional(OrganizationId) });
type AboutSomebody = z.output<typeof AboutSomebody>;

/** Whom an answer is about, and in which organization; undefined where it is about nobody. */
export function subjectOf(answer: unknown): AboutSomebody | undefined {
  return AboutSomebody.safeParse(answer).data;
}

/** Whether somebody is still where an answer tells of them: then it may be given again. */
export function stillTells({ answer }: PersonalAnswer, person: Person): boolean {
  const organization = subjectOf(answer)?.organization;
  return organization === undefined || organization in person.memberships;
}
