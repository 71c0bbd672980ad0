/** What somebody may do in the SaaS's applications: how it is given, where it comes from, and the question whether. */
import * as z from 'zod/mini';
import { PermissionKey } from './catalogue.ts';
import { GroupId, OrganizationId, PersonId, ProjectId, RoleId } from './ids.ts';
import { InOrganization } from './lists.ts';
import { Role } from './roles.ts';
import { Time } from './text.ts';

/** So many at most, each once. */
export const several = <T extends z.ZodMiniType>(one: T, most: number, what: string) =>
  z.array(one).check(
    z.maxLength(most, `has more than ${most.toLocaleString('en')} ${what}`),
    z.refine(given => new Set(given).size === given.length, `names one of the ${what} twice`),
  );

/** So many a user may have; all of them together still change in one transaction. */
export const most = { customRoles: 10, groups: 20, projects: 15, permissions: 200 } as const;

export const CustomRoleIds = several(RoleId, most.customRoles, 'custom roles');
export const GroupIds = several(GroupId, most.groups, 'groups');
export const ProjectIds = several(ProjectId, most.projects, 'projects');
export const PermissionKeys = several(PermissionKey, most.permissions, 'permissions');

/** All that the catalogue has and will have, or some. */
export const Access = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('all') }),
  z.strictObject({ mode: z.literal('custom'), permissions: PermissionKeys }),
]);
export type Access = z.output<typeof Access>;

/** Something of the SaaS's own, known here by type, id and name, such as a folder or a document. */
export const ContentType = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9-]{0,39}$/, 'is not a type such as data-source'));
/** The SaaS's own id of it. */
export const ContentId = z
  .string()
  .check(
    z.regex(
      /^[A-Za-z0-9][A-Za-z0-9._:@-]{0,127}$/,
      'may have letters, digits and . _ : @ - inside, at most 128',
    ),
  );
const content = { type: ContentType, id: ContentId };
export const Content = z.strictObject(content);
export type Content = z.output<typeof Content>;

/** Why somebody holds something. */
export const Source = z.discriminatedUnion('kind', [
  /** Owners and admins hold everything. */
  z.object({ kind: z.literal('role'), role: Role }),
  /** Their access is to all. */
  z.object({ kind: z.literal('all') }),
  /** Given to them by itself; a project is assigned so. */
  z.object({ kind: z.literal('direct') }),
  z.object({ kind: z.literal('custom-role'), id: RoleId, name: z.string() }),
  /** A custom role of one of their groups, or content that is granted to it. */
  z.object({
    kind: z.literal('group'),
    id: GroupId,
    name: z.optional(z.string()),
    customRole: z.optional(z.object({ id: RoleId, name: z.string() })),
  }),
]);
export type Source = z.output<typeof Source>;

export const EffectivePermission = z.object({
  key: PermissionKey,
  name: z.string(),
  explanation: z.string(),
  application: z.object({ key: z.string(), name: z.string() }),
  retiredAt: z.optional(Time),
  /** All of them, the broadest first. */
  sources: z.array(Source),
});
export type EffectivePermission = z.output<typeof EffectivePermission>;

export const EffectivePermissions = z.object({
  /** Whether they hold everything, whatever the catalogue comes to have. */
  everything: z.boolean(),
  /** False: they hold what is listed, and nothing works because they are not active, or the organization is suspended. */
  works: z.boolean(),
  items: z.array(EffectivePermission),
});
export type EffectivePermissions = z.output<typeof EffectivePermissions>;

/** May they use a permission, see content, or work in a project? Of several in one question all must be so. */
export const Question = z
  .strictObject({
    permission: z.optional(PermissionKey),
    content: z.optional(Content),
    project: z.optional(ProjectId),
  })
  .check(
    z.refine(
      ({ permission, content, project }) => Boolean(permission || content || project),
      'asks for nothing: name a permission, content or a project',
    ),
  );
export type Question = z.output<typeof Question>;

export const Authorize = z.strictObject({
  organization: OrganizationId,
  /** Whom it is about: oneself, unless a registered application of the operator asks. */
  user: z.optional(PersonId),
  questions: z
    .array(Question)
    .check(z.minLength(1, 'has no question'), z.maxLength(100, 'has more than 100 questions')),
});
export type Authorize = z.output<typeof Authorize>;

export const Denial = z.enum([
  /** Nothing gives it to them. */
  'not-granted',
  /** The catalogue has no such permission. */
  'unknown-permission',
  /** They are not let in: not active, or not approved. */
  'not-active',
  'organization-suspended',
]);
export type Denial = z.output<typeof Denial>;

export const Verdict = z.discriminatedUnion('allowed', [
  z.object({ allowed: z.literal(true), sources: z.array(Source) }),
  z.object({ allowed: z.literal(false), reason: Denial }),
]);
export type Verdict = z.output<typeof Verdict>;

/** One for each question, in their order. */
export const Verdicts = z.object({ answers: z.array(Verdict) });

export const ListApplications = z.strictObject(InOrganization);
