/** The contract's zod schemas as JSON Schema, those with a name kept once under `components`. */

import * as z from 'zod/mini';
import { Challenge, Me, Membership, PersonView, SignedIn } from '../../shared/contract/auth.ts';
import { ApiClientView, ApiClientWithSecret } from '../../shared/contract/clients.ts';
import { AuthenticatorSecret, FactorsView, RecoveryCodes } from '../../shared/contract/factors.ts';
import { UserPage } from '../../shared/contract/find-users.ts';
import { InvitationGreeting, InvitationState, InvitationView } from '../../shared/contract/invitations.ts';
import { OrganizationView, SettingsView, UsageView } from '../../shared/contract/organizations.ts';
import { PictureUpload } from '../../shared/contract/pictures.ts';
import { FieldError, ProblemDocument } from '../../shared/contract/problems.ts';
import { Role } from '../../shared/contract/roles.ts';
import { InvitationLink } from '../../shared/contract/sending.ts';
import { SessionView } from '../../shared/contract/sessions.ts';
import { Email } from '../../shared/contract/text.ts';
import { TokenAnswer, TokenRefusal } from '../../shared/contract/tokens.ts';
import {
  AwaitingView,
  EmailChangeView,
  UserCounts,
  UserStatus,
  UserView,
} from '../../shared/contract/users.ts';

export type Json = { readonly [key: string]: unknown };
/** What a caller sends, or what we answer. */
type Side = 'input' | 'output';

const named = {
  ApiClient: ApiClientView,
  ApiClientWithSecret,
  AuthenticatorSecret,
  Awaiting: AwaitingView,
  Challenge,
  EmailChange: EmailChangeView,
  Factors: FactorsView,
  FieldError,
  Invitation: InvitationView,
  InvitationGreeting,
  InvitationLink,
  InvitationState,
  Me,
  Membership,
  Organization: OrganizationView,
  Person: PersonView,
  PictureUpload,
  Problem: ProblemDocument,
  RecoveryCodes,
  Role,
  Session: SessionView,
  Settings: SettingsView,
  SignedIn,
  Token: TokenAnswer,
  TokenRefusal,
  Usage: UsageView,
  User: UserView,
  UserCounts,
  UserPage,
  UserStatus,
};

const names = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(named)) names.add(schema, { id });

/** One schema; what has a name in it is a reference into `components`. */
export function jsonSchema(schema: z.ZodMiniType, side: Side): Json {
  const { $schema, $defs, ...rest } = toJson(schema, side);
  return rest;
}

/** The fields of an object that a caller sends. */
export function fieldsOf(schema: z.ZodMiniObject): { properties: Record<string, Json>; required: string[] } {
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    properties?: Record<string, Json>; // what every object's JSON Schema has
    required?: string[];
  };
  return { properties, required };
}

/** `components.schemas`. */
export function namedSchemas(): Json {
  const all = z.object(named);
  return (toJson(all, 'output').$defs ?? {}) as Json; // nothing but what was named is lifted out
}

function toJson(schema: z.ZodMiniType, side: Side): Json {
  const json = z.toJSONSchema(schema, { io: side, metadata: names, override: readable(side) });
  return JSON.parse(JSON.stringify(json).replaceAll('"#/$defs/', '"#/components/schemas/'));
}

/** Leaves out what says nothing to a reader. */
const readable =
  (side: Side) => (written: { zodSchema: object; jsonSchema: z.core.JSONSchema.BaseSchema }) => {
    const json = written.jsonSchema;
    if (written.zodSchema === Email) json.format = 'email'; // which a pipe hides on the side that goes in
    if (json.format !== undefined) delete json.pattern;
    if (json.minimum === Number.MIN_SAFE_INTEGER) delete json.minimum;
    if (json.maximum === Number.MAX_SAFE_INTEGER) delete json.maximum;
    // Answers may gain fields: no client should be generated that refuses them.
    if (side === 'output' && json.additionalProperties === false) delete json.additionalProperties;
  };
