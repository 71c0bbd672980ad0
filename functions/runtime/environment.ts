/** What the deployment tells a Lambda, parsed once, when the Lambda starts: a missing word fails the deployment, not a request. */
import * as z from 'zod/mini';

const word = z.string().check(z.minLength(1));

function parsed<T extends z.ZodMiniObject>(schema: T): z.output<T> {
  const result = schema.safeParse(process.env);
  if (result.success) return result.data;
  const names = result.error.issues.map(issue => issue.path.join('.'));
  throw new Error(`Environment of this Lambda lacks or garbles: ${names.join(', ')}`);
}

export const directoryEnvironment = () => parsed(z.object({ DIRECTORY_TABLE: word, EVENTS_TABLE: word }));
export const identityEnvironment = () => parsed(z.object({ USER_POOL_ID: word, USER_POOL_CLIENT_ID: word }));
export const filesEnvironment = () => parsed(z.object({ UPLOADS_BUCKET: word, PICTURES_BUCKET: word }));
export const picturesEnvironment = () => parsed(z.object({ PICTURES_BUCKET: word }));
export const exportsEnvironment = () => parsed(z.object({ EXPORTS_BUCKET: word }));
export const importsEnvironment = () => parsed(z.object({ IMPORTS_BUCKET: word }));
export const mailEnvironment = () => parsed(z.object({ MAIL_FROM: word, MAIL_CONFIGURATION_SET: word }));
export const busEnvironment = () => parsed(z.object({ BUS_NAME: word }));
export const settingsEnvironment = () =>
  parsed(
    z.object({
      CONSOLE_URL: z._default(z.string(), ''),
      TERMS_VERSION: z._default(z.string(), ''),
      TERMS_URL: z.optional(z.string()),
      // Whoever is not told is slow.
      MAILS_PER_SECOND: z._default(z.coerce.number(), 1),
      CREDENTIALS_PER_SECOND: z._default(z.coerce.number(), 1),
    }),
  );
export const operatorEnvironment = () =>
  parsed(z.object({ OPERATOR_EMAIL: word, OPERATOR_NAME: word, OPERATOR_ORGANIZATION_NAME: word }));
