/**
 * Every id of the product: a prefix that names its kind, then a lower-case ULID, so ids sort by creation. A person's
 * alone is all chance: its time would tell whoever invites an address that there was an account already.
 */
import * as z from 'zod/mini';

/** Crockford's base 32 in lower case: no character of it means anything in a key, a pattern or a URL. */
export const idAlphabet = '0123456789abcdefghjkmnpqrstvwxyz';

const id = (prefix: string) =>
  z
    .string()
    .check(z.regex(new RegExp(`^${prefix}_[${idAlphabet}]{26}$`), `is not an id of the form ${prefix}_…`));

export const OrganizationId = id('org').brand<'OrganizationId'>();
export type OrganizationId = z.output<typeof OrganizationId>;

/** One human, however many organizations; together with an organization it names a user (membership). */
export const PersonId = id('usr').brand<'PersonId'>();
export type PersonId = z.output<typeof PersonId>;

export const InvitationId = id('inv').brand<'InvitationId'>();
export type InvitationId = z.output<typeof InvitationId>;

export const EventId = id('evt').brand<'EventId'>();
export type EventId = z.output<typeof EventId>;

/** A registered application: what a script names itself by. */
export const ClientId = id('cli').brand<'ClientId'>();
export type ClientId = z.output<typeof ClientId>;

export const GroupId = id('grp').brand<'GroupId'>();
export type GroupId = z.output<typeof GroupId>;

/** A custom role; built-in ones have names. */
export const RoleId = id('rol').brand<'RoleId'>();
export type RoleId = z.output<typeof RoleId>;

export const ProjectId = id('prj').brand<'ProjectId'>();
export type ProjectId = z.output<typeof ProjectId>;

export const JobId = id('job').brand<'JobId'>();
export type JobId = z.output<typeof JobId>;

export const ExportId = id('exp').brand<'ExportId'>();
export type ExportId = z.output<typeof ExportId>;

export const ImportId = id('imp').brand<'ImportId'>();
export type ImportId = z.output<typeof ImportId>;

/** The kinds of id that can be made, by prefix. */
export type IdOf = {
  org: OrganizationId;
  usr: PersonId;
  inv: InvitationId;
  evt: EventId;
  cli: ClientId;
  grp: GroupId;
  rol: RoleId;
  prj: ProjectId;
  job: JobId;
  exp: ExportId;
  imp: ImportId;
};

/**
 * The operators are the users of one organization that always exists: staff of the SaaS company are invited,
 * deactivated and removed exactly as everyone else is.
 */
export const operatorOrganization = OrganizationId.parse(`org_${'0'.repeat(26)}`);
