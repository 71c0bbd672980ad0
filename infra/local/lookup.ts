/** Finds what stands in the local cloud by the names that people know it by. */
import { failure } from './failure.ts';
import type { StandingResource } from './template/deploy.ts';

/** Only letters and digits count, so that `expire-invitations` finds `ExpireInvitations8C1F0A2B`. */
const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/**
 * The one item that goes by this name: a whole name first, then the end of one, such as a construct's id at the
 * end of its path. Throws when there is none, or when several fit equally well.
 */
export function findByName<T>(items: readonly T[], name: string, namesOf: (item: T) => readonly string[]): T {
  const wanted = plain(name);
  const whole = items.filter(item => namesOf(item).some(known => plain(known) === wanted));
  const found =
    whole.length > 0
      ? whole
      : items.filter(item => namesOf(item).some(known => plain(known).endsWith(wanted)));
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  const known = items.map(item => namesOf(item)[0]).join(', ');
  throw failure(
    `${found.length === 0 ? 'Nothing' : 'More than one thing'} is called ${name}. There is: ${known}`,
  );
}

/** A resource's physical name, logical id (without the CDK's hash too) and construct path. */
export function namesOf({ ref, logicalId, path }: StandingResource): string[] {
  return [ref, logicalId, logicalId.replace(/[0-9A-F]{8}$/, ''), path.replace(/\/Resource$/, '')];
}
