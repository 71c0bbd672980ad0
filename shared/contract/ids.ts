/** Every id of the product: a prefix that names its kind, then a lower-case ULID, so ids sort by creation. */
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

/** The kinds of id that can be made, by prefix. */
export type IdOf = {
  org: OrganizationId;
  usr: PersonId;
  inv: InvitationId;
  evt: EventId;
  cli: ClientId;
};

/**
 * The operators are the users of one organization that always exists: staff of the SaaS company are invited,
 * deactivated and removed exactly as everyone else is.
 */
export const operatorOrganization = OrganizationId.parse(`org_${'0'.repeat(26)}`);
