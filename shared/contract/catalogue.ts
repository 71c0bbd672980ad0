/** The catalogue: the SaaS's applications, and what can be done in each. The operator keeps it, for all organizations. */
import * as z from 'zod/mini';
import { line, Time } from './text.ts';

/** An application by the word that its permissions begin with: `crm`. */
export const ApplicationKey = z
  .string()
  .check(
    z.regex(
      /^[a-z][a-z0-9-]{0,39}$/,
      'is not a key such as crm: small letters, digits and dashes, at most 40',
    ),
  );
export type ApplicationKey = z.output<typeof ApplicationKey>;

/** What can be done in an application, by the word that the application asks for: `crm.contacts.export`. */
export const PermissionKey = z
  .string()
  .check(
    z.regex(
      /^[a-z][a-z0-9-]{0,39}(?:\.[a-z][a-z0-9-]{0,39}){1,3}$/,
      'is not a key such as crm.contacts.export',
    ),
  )
  .brand<'PermissionKey'>();
export type PermissionKey = z.output<typeof PermissionKey>;

/** `crm` of `crm.contacts.export`. */
export const applicationOf = (permission: PermissionKey): ApplicationKey =>
  permission.slice(0, permission.indexOf('.'));

const told = {
  key: PermissionKey,
  name: line(80),
  /** One sentence for whoever decides who may. */
  explanation: line(300),
};

export const CataloguePermission = z.object({
  ...told,
  /** Since when the catalogue has it no more: it stays where it is held, and nobody is given it anew. */
  retiredAt: z.optional(Time),
});
export type CataloguePermission = z.output<typeof CataloguePermission>;

export const CatalogueApplication = z.object({
  key: ApplicationKey,
  name: z.string(),
  permissions: z.array(CataloguePermission),
});
export type CatalogueApplication = z.output<typeof CatalogueApplication>;

export const Catalogue = z.object({
  applications: z.array(CatalogueApplication),
  /** Goes up with every change; the ETag. */
  version: z.int(),
});
export type Catalogue = z.output<typeof Catalogue>;

/** Every application with every permission: what is left out and was there before is retired. */
export const PutCatalogue = z.strictObject({
  applications: z
    .array(
      z.strictObject({
        key: ApplicationKey,
        name: line(80),
        permissions: z.array(z.strictObject(told)).check(z.maxLength(200, 'has more than 200 permissions')),
      }),
    )
    .check(z.maxLength(40, 'has more than 40 applications')),
});
export type PutCatalogue = z.output<typeof PutCatalogue>;
