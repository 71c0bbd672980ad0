/** An application in the catalogue to give permissions of. The others stay, since the catalogue is everybody's. */
import type { PermissionKey } from '../../shared/contract/catalogue.ts';
import type { Change } from '../../shared/domain/change.ts';
import type { Application, CatalogueHead } from '../../shared/domain/model-access.ts';
import { ref } from '../../shared/domain/refs.ts';
import { next } from '../../shared/domain/user.ts';
import type { Arranged } from './arrange.ts';
import { ask, type Front } from './front.ts';

const permission = (key: string, name: string, explanation: string) => ({
  key: key as PermissionKey, // of its form, as the store will say
  name,
  explanation,
});

export const desk: Application = {
  type: 'application',
  version: 1,
  key: 'desk',
  name: 'Help desk',
  permissions: [
    permission('desk.tickets.read', 'See tickets', 'Sees every ticket of the organization.'),
    permission('desk.tickets.write', 'Answer tickets', 'Answers tickets and changes their state.'),
    permission('desk.tickets.export', 'Export tickets', 'Takes all tickets out as a file.'),
    permission('desk.macros.edit', 'Edit macros', 'Changes the answers that are kept ready.'),
    {
      ...permission('desk.phone.call', 'Call back', 'Calls customers from the browser.'),
      retiredAt: '2026-01-01T00:00:00.000Z' as never,
    },
  ],
};

/** Somebody else may be about the same. */
const tries = 10;

/** Has the help desk in the catalogue, as it is above, whatever a test has made of it. */
export async function arrangeCatalogue({ world: { directory } }: Pick<Front, 'world'>): Promise<void> {
  for (let attempt = 1; attempt <= tries; attempt++) {
    const [head, there] = await directory.get(ref.catalogue(), ref.application(desk.key));
    if (there && isWhole(there)) return;
    const changes: Change[] = there
      ? [{ do: 'update', before: there, after: { ...desk, version: there.version + 1 } }]
      : [{ do: 'create', entity: desk }, listed(head)];
    const result = await directory.commit({ changes, events: [] });
    if (result.ok) return;
  }
  throw new Error('The catalogue does not come to rest');
}

const isWhole = ({ permissions }: Application) =>
  desk.permissions.every(({ key, retiredAt }) =>
    permissions.some(
      each => each.key === key && (each.retiredAt === undefined) === (retiredAt === undefined),
    ),
  );

function listed(head: CatalogueHead | undefined): Change {
  if (!head) return { do: 'create', entity: { type: 'catalogue', version: 1, applications: [desk.key] } };
  return {
    do: 'update',
    before: head,
    after: next(head, { applications: [...head.applications, desk.key] }),
  };
}

let roles = 0;

/** A custom role with permissions of the help desk. */
export async function arrangeRole(
  front: Front,
  { org, owner }: Arranged,
  more: Record<string, unknown> = {},
) {
  await arrangeCatalogue(front);
  const role = { name: `Agent ${++roles}`, permissions: ['desk.tickets.read'], ...more };
  const { status, body } = await ask(front, 'create-custom-role', { org, ...role }, owner);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body;
}
