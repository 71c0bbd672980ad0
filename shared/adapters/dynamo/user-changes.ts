import { unmarshall } from '@aws-sdk/util-dynamodb';
import { User } from '../../domain/model.ts';
import { ref } from '../../domain/refs.ts';
import type { UserFollower } from '../../ports/directory.ts';

/** The change of a user that a record of the directory's stream tells of. */
export const userChangeIn: UserFollower['changeIn'] = ({ OldImage, NewImage }) => {
  const [before, after] = [userIn(OldImage), userIn(NewImage)];
  const of = after ?? before;
  return of && { of: ref.user(of.organization, of.id), before, after };
};

function userIn(image: unknown): User | undefined {
  if (!image) return undefined;
  const item = unmarshall(image as Parameters<typeof unmarshall>[0]); // parsed right away
  return item.type === 'user' ? User.parse(item) : undefined;
}
