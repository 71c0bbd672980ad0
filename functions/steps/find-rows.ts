/** Whom the rows of a file name, as far as they are there: of some hundred rows in two round trips. */
import type { PersonId } from '../../shared/contract/ids.ts';
import type { Time } from '../../shared/contract/text.ts';
import { Username } from '../../shared/contract/users.ts';
import { holderOf } from '../../shared/domain/email.ts';
import { cellOf, type FileRow } from '../../shared/domain/import/file-row.ts';
import { differingColumns, type RowFound } from '../../shared/domain/import/judge.ts';
import type { Scene } from '../../shared/domain/import/scene.ts';
import { type Whom, whomOf } from '../../shared/domain/import/whom.ts';
import { inviteeOf } from '../../shared/domain/invitee.ts';
import type { EmailReservation, Entity, EntityOf, EntityType, User } from '../../shared/domain/model.ts';
import { type Ref, ref } from '../../shared/domain/refs.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';
import type { PortsFor } from '../../shared/ports.ts';

/** A row, and what is known of whom it names after the first round trip. */
type Named = {
  row: FileRow;
  whom: Whom;
  person: PersonId | undefined;
  user: User | undefined;
  reservation: EmailReservation | undefined;
};

/** One for each row, in their order. */
export async function findRows(
  rows: readonly FileRow[],
  scene: Scene,
  { directory, ids, clock }: PortsFor<'directory:read'>,
): Promise<RowFound[]> {
  const named = await loadNames(rows, scene, directory);
  const now = clock.now();
  const found = await someOf(
    named.flatMap(one => refsOf(one, scene, now)),
    directory,
  );
  return named.map((one, at) => {
    const [user, person, username] = found.slice(3 * at, 3 * at + 3);
    const fresh = { person: ids.make('usr'), invitation: ids.make('inv') };
    return {
      ...foundBy(one, only('user', user) ?? one.user, only('person', person)),
      usernameOf: only('username', username)?.person,
      fresh,
    };
  });
}

async function loadNames(
  rows: readonly FileRow[],
  { table, doer }: Scene,
  directory: DirectoryReader,
): Promise<Named[]> {
  const { id: organization } = doer.actor.organization;
  const whoms = rows.map(row => ({ row, whom: whomOf(row, table) }));
  const found = await someOf(
    whoms.map(({ whom }) => {
      if ('id' in whom) return whom.id && ref.user(organization, whom.id);
      return 'email' in whom ? ref.email(whom.email) : undefined;
    }),
    directory,
  );
  return whoms.map(({ row, whom }, at) => {
    const [user, reservation] = [only('user', found[at]), only('email', found[at])];
    return { row, whom, user, reservation, person: user?.id ?? reservation?.person };
  });
}

/** Their user, their person and who has the username: as far as these are not known, and it depends on them. */
function refsOf({ row, whom, person, user }: Named, scene: Scene, now: Time): (Ref | undefined)[] {
  const { id: organization } = scene.doer.actor.organization;
  const isSettled =
    'text' in whom ||
    ('id' in whom && !user) ||
    (user && differingColumns(row, user, scene, now).length === 0);
  if (isSettled) return [undefined, undefined, undefined];
  const username = Username.safeParse(cellOf(row, scene.table, 'username')).data;
  const isTheirs = username === undefined || username === user?.username;
  return [
    person && !user ? ref.user(organization, person) : undefined,
    person && ref.person(person),
    isTheirs ? undefined : ref.username(organization, username),
  ];
}

function foundBy(
  { whom, reservation }: Named,
  user: User | undefined,
  person: EntityOf<'person'> | undefined,
): Omit<RowFound, 'usernameOf' | 'fresh'> {
  const invitee = inviteeOf(reservation, person, user);
  if ('id' in whom) return { user, person, invitee };
  // An address that is only held for a change is nobody's yet.
  const isThem =
    holderOf(reservation) && (user?.status !== 'archived' || ('email' in whom && whom.isArchived));
  return { user: isThem ? user : undefined, person, invitee };
}

function only<T extends EntityType>(type: T, entity: Entity | undefined): EntityOf<T> | undefined {
  return entity?.type === type ? (entity as EntityOf<T>) : undefined; // by its type
}

/** One for each ref, in their order. */
async function someOf(
  refs: readonly (Ref | undefined)[],
  directory: DirectoryReader,
): Promise<(Entity | undefined)[]> {
  const wanted = refs.filter(each => each !== undefined);
  if (wanted.length === 0) return refs.map(() => undefined);
  const found = await directory.get(...wanted);
  let next = 0;
  return refs.map(each => (each ? found[next++] : undefined));
}
