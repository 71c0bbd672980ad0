/** Tables of users for the law to judge, with what a test cares about spelled out. */
import type { Role } from '../../../shared/contract/roles.ts';
import { Email } from '../../../shared/contract/text.ts';
import { type UserColumn, userHeadings } from '../../../shared/contract/user-columns.ts';
import type { OrganizationActor } from '../../../shared/domain/actor.ts';
import type { Bounds } from '../../../shared/domain/bounds.ts';
import { holdingsOf } from '../../../shared/domain/holdings.ts';
import { type FileRow, tableOf } from '../../../shared/domain/import/file-row.ts';
import type { RowFound } from '../../../shared/domain/import/judge.ts';
import { planning } from '../../../shared/domain/import/planning.ts';
import { type Givable, type Scene, sceneOf } from '../../../shared/domain/import/scene.ts';
import { whomOf } from '../../../shared/domain/import/whom.ts';
import { inviteeOf } from '../../../shared/domain/invitee.ts';
import type { Organization, User } from '../../../shared/domain/model.ts';
import type { PlannedRow } from '../../../shared/domain/model-plans.ts';
import { invitationId, now, organization, person, personId, reserved, user } from '../build.ts';
import { application, group, policy, project, rights } from '../build-access.ts';

type Around = {
  columns?: readonly UserColumn[];
  organization?: Partial<Organization>;
  /** Whoever asks. */
  by?: Role;
  /** With what they have, where their role does not give them everything. */
  having?: Partial<User>;
  sendInvitations?: boolean;
  givable?: Partial<Givable>;
};

export const givable: Givable = {
  policy: policy({ 1: ['crm.read' as never], 2: ['crm.write' as never] }),
  groups: [group(1), group(2), group(3, { externalId: 'north' })],
  projects: [project(1), project(2)],
  applications: [application(['read', 'write'], ['old'])],
};

export function actor(role: Role, home: Organization, having: Partial<User> = {}): OrganizationActor {
  const self = user({ id: personId(9), role, status: 'active', ...having });
  return { kind: 'member', person: self.id, session: '', role, organization: home, self };
}

export function scene({ columns = usual, by = 'owner', having, ...around }: Around = {}): Scene {
  const given = { ...givable, ...around.givable };
  const self = actor(by, organization(around.organization), having);
  const holdings = holdingsOf(self.self, given.policy);
  const headings = columns.map(column => userHeadings[column]);
  const table = tableOf(headings, columns);
  const { sendInvitations = true } = around;
  const doer = { actor: self, holdings, policy: given.policy, place: undefined };
  return sceneOf({ doer, table, sendInvitations }, given);
}

const usual: readonly UserColumn[] = ['id', 'firstName', 'lastName', 'email', 'role', 'access'];

type Cells = Partial<Record<UserColumn, string>>;

function fileRow({ table }: Scene, cells: Cells, number = 2): FileRow {
  const row: string[] = table.headings.map(() => '');
  for (const [column, place] of table.places) row[place] = cells[column] ?? '';
  return { number, cells: row };
}

/** Who is in the organization. */
export function found(row: FileRow, of: Scene, users: readonly User[]): RowFound {
  const whom = whomOf(row, of.table);
  const named = users.find(each =>
    'id' in whom ? each.id === whom.id : 'email' in whom && each.email === whom.email,
  );
  const isShown = 'id' in whom || named?.status !== 'archived' || ('email' in whom && whom.isArchived);
  const username = row.cells[of.table.places.get('username') ?? -1]?.toLowerCase();
  const someone = named && person(named);
  return {
    user: isShown ? named : undefined,
    person: someone,
    invitee:
      'email' in whom
        ? inviteeOf(named && reserved(named.email, named.id), someone, named)
        : { known: undefined },
    usernameOf: users.find(each => each.username && each.username === username)?.id,
    fresh: { person: personId(1000 + row.number), invitation: invitationId(1000 + row.number) },
  };
}

export const plenty: Bounds = { seats: 0, owners: 2, invitations: 0 };

/** The plan of some rows, which stand under the headings. */
export function plan(
  rows: readonly Cells[],
  users: readonly User[] = [],
  around: Around = {},
  bounds: Bounds = plenty,
): PlannedRow[] {
  const of = scene(around);
  const next = planning(of, bounds);
  return rows.map((cells, i) => {
    const row = fileRow(of, cells, i + 2);
    return next(row, found(row, of, users), now);
  });
}

/** Somebody who is in, with an address and rights of their own. */
export const member = (number: number, more: Partial<User> = {}): User =>
  user({
    ...rights({ access: { mode: 'all' } }),
    id: personId(number),
    email: Email.parse(`user${number}@example.com`),
    status: 'active',
    ...more,
  });
