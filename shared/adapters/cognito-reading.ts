/** Who has credentials in Cognito, and what it asks of them: for comparing it with the directory. */
import { ListUsersCommand, type UserType } from '@aws-sdk/client-cognito-identity-provider';
import { PersonId } from '../contract/ids.ts';
import { timeOf } from '../domain/time.ts';
import type { IdentityReader } from '../ports/identity.ts';
import { type CognitoPool, factorsIn, userOf } from './cognito-user.ts';

/** The most that Cognito gives at once. */
const Limit = 60;

export function reading(pool: CognitoPool): IdentityReader {
  const { client, UserPoolId } = pool;
  return {
    listCredentials: async after => {
      // `sub` is the one attribute that everybody has; nothing of the others is of interest.
      const AttributesToGet = ['sub'];
      const command = new ListUsersCommand({ UserPoolId, Limit, AttributesToGet, PaginationToken: after });
      const { Users = [], PaginationToken } = await client.send(command);
      return { people: Users.flatMap(credentialsOf), ...(PaginationToken && { next: PaginationToken }) };
    },
    factorsOf: async person => {
      const user = await userOf(pool, person);
      return user && factorsIn(user);
    },
  };
}

/** None, for a user whom somebody put into the pool by hand: we have no name for them. */
function credentialsOf({ Username, UserCreateDate }: UserType) {
  const id = PersonId.safeParse(Username);
  return id.success && UserCreateDate ? [{ id: id.data, createdAt: timeOf(UserCreateDate) }] : [];
}
