/** Names of entities: enough to find one, and what kind it is. */
import type { Content } from '../contract/access.ts';
import type { ApplicationKey } from '../contract/catalogue.ts';
import type {
  ClientId,
  ExportId,
  GroupId,
  ImportId,
  JobId,
  OrganizationId,
  PersonId,
  ProjectId,
} from '../contract/ids.ts';
import type { Day, Email } from '../contract/text.ts';
import type { AssignedId } from './assigned-id.ts';
import type { Entity, EntityType } from './model.ts';

type Identifying = {
  organization: { id: OrganizationId };
  counters: { organization: OrganizationId };
  person: { id: PersonId };
  user: { organization: OrganizationId; id: PersonId };
  email: { email: Email };
  username: { organization: OrganizationId; username: string };
  link: { hash: string };
  session: { person: PersonId; id: string };
  claim: { key: string };
  answer: { key: string };
  'personal-answer': { person: PersonId; key: string };
  views: { person: PersonId; organization: OrganizationId };
  'api-client': { organization: OrganizationId; id: ClientId };
  'api-client-owner': { id: ClientId };
  quota: { organization: OrganizationId; name: string };
  attempts: { bucket: string };
  catalogue: object;
  application: { key: ApplicationKey };
  policy: { organization: OrganizationId };
  group: { organization: OrganizationId; id: GroupId };
  'external-id': { organization: OrganizationId; externalId: string };
  project: { organization: OrganizationId; id: ProjectId };
  assignment: { organization: OrganizationId; to: AssignedId; user: PersonId };
  content: { organization: OrganizationId; contentType: string; contentId: string };
  'content-grant': { organization: OrganizationId; group: GroupId; contentType: string; contentId: string };
  job: { organization: OrganizationId; id: JobId };
  'job-slice': { organization: OrganizationId; job: JobId; number: number };
  export: { organization: OrganizationId; id: ExportId };
  import: { organization: OrganizationId; id: ImportId };
  day: { organization: OrganizationId; day: Day };
  coverage: { organization: OrganizationId };
};

export type Ref<T extends EntityType = EntityType> = { [K in T]: { type: K } & Identifying[K] }[T];

const inOrganization =
  <T extends 'job' | 'export' | 'import'>(type: T) =>
  (organization: OrganizationId, id: Identifying[T]['id']) =>
    ({ type, organization, id }) as Ref<T>; // what it is made of

export const ref = {
  organization: (id: OrganizationId): Ref<'organization'> => ({ type: 'organization', id }),
  counters: (organization: OrganizationId): Ref<'counters'> => ({ type: 'counters', organization }),
  person: (id: PersonId): Ref<'person'> => ({ type: 'person', id }),
  user: (organization: OrganizationId, id: PersonId): Ref<'user'> => ({ type: 'user', organization, id }),
  email: (email: Email): Ref<'email'> => ({ type: 'email', email }),
  username: (organization: OrganizationId, username: string): Ref<'username'> => ({
    type: 'username',
    organization,
    username,
  }),
  link: (hash: string): Ref<'link'> => ({ type: 'link', hash }),
  session: (person: PersonId, id: string): Ref<'session'> => ({ type: 'session', person, id }),
  claim: (key: string): Ref<'claim'> => ({ type: 'claim', key }),
  answer: (key: string): Ref<'answer'> => ({ type: 'answer', key }),
  personalAnswer: (person: PersonId, key: string): Ref<'personal-answer'> => ({
    type: 'personal-answer',
    person,
    key,
  }),
  views: (person: PersonId, organization: OrganizationId): Ref<'views'> => ({
    type: 'views',
    person,
    organization,
  }),
  apiClient: (organization: OrganizationId, id: ClientId): Ref<'api-client'> => ({
    type: 'api-client',
    organization,
    id,
  }),
  apiClientOwner: (id: ClientId): Ref<'api-client-owner'> => ({ type: 'api-client-owner', id }),
  quota: (organization: OrganizationId, name: string): Ref<'quota'> => ({
    type: 'quota',
    organization,
    name,
  }),
  attempts: (bucket: string): Ref<'attempts'> => ({ type: 'attempts', bucket }),
  catalogue: (): Ref<'catalogue'> => ({ type: 'catalogue' }),
  application: (key: ApplicationKey): Ref<'application'> => ({ type: 'application', key }),
  policy: (organization: OrganizationId): Ref<'policy'> => ({ type: 'policy', organization }),
  group: (organization: OrganizationId, id: GroupId): Ref<'group'> => ({ type: 'group', organization, id }),
  externalId: (organization: OrganizationId, externalId: string): Ref<'external-id'> => ({
    type: 'external-id',
    organization,
    externalId,
  }),
  project: (organization: OrganizationId, id: ProjectId): Ref<'project'> => ({
    type: 'project',
    organization,
    id,
  }),
  assignment: (organization: OrganizationId, to: AssignedId, user: PersonId): Ref<'assignment'> => ({
    type: 'assignment',
    organization,
    to,
    user,
  }),
  content: (organization: OrganizationId, { type, id }: Content): Ref<'content'> => ({
    type: 'content',
    organization,
    contentType: type,
    contentId: id,
  }),
  contentGrant: (
    organization: OrganizationId,
    group: GroupId,
    { type, id }: Content,
  ): Ref<'content-grant'> => ({
    type: 'content-grant',
    organization,
    group,
    contentType: type,
    contentId: id,
  }),
  job: inOrganization('job'),
  jobSlice: (organization: OrganizationId, job: JobId, number: number): Ref<'job-slice'> => ({
    type: 'job-slice',
    organization,
    job,
    number,
  }),
  export: inOrganization('export'),
  import: inOrganization('import'),
  coverage: (organization: OrganizationId): Ref<'coverage'> => ({ type: 'coverage', organization }),
};

/** The name of an entity. An entity carries all that names it, so it is its own ref. */
export function refOf(entity: Entity): Ref {
  return entity;
}
