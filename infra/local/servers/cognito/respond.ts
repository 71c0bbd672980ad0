/** AdminRespondToAuthChallenge and RespondToAuthChallenge: the answer to what a sign-in was asked. */
import type {
  AdminInitiateAuthResponse,
  AdminRespondToAuthChallengeRequest,
  RespondToAuthChallengeRequest,
} from '@aws-sdk/client-cognito-identity-provider';
import { attempt } from './attempts.ts';
import type { Challenge } from './challenges.ts';
import { openClient } from './clients.ts';
import { activeFactors, afterPassword, askFor, passed } from './next-step.ts';
import { requireGoodPassword } from './password-policy.ts';
import { invalidParameter, notAuthorized, refusal, required } from './refusal.ts';
import { takeTokenCode } from './software-token.ts';
import { change, findUser, requireEnabled, withAttribute } from './user-records.ts';
import type { Party, World } from './world.ts';

type Answer = AdminInitiateAuthResponse;
type Responses = Readonly<Record<string, string>>;
type Responder = (world: World, party: Party, answers: Responses, asked: Challenge) => Promise<Answer>;

const responders: { readonly [name in Challenge['name']]: Responder } = {
  NEW_PASSWORD_REQUIRED: setNewPassword,
  SOFTWARE_TOKEN_MFA: answerToken,
  SMS_MFA: answerSms,
  SELECT_MFA_TYPE: selectFactor,
  MFA_SETUP: finishSetup,
};

export async function adminRespondToAuthChallenge(
  world: World,
  request: AdminRespondToAuthChallengeRequest,
): Promise<Answer> {
  return respond(world, request, required(request.UserPoolId, 'UserPoolId'));
}

export async function respondToAuthChallenge(
  world: World,
  request: RespondToAuthChallengeRequest,
): Promise<Answer> {
  return respond(world, request);
}

async function respond(
  world: World,
  request: RespondToAuthChallengeRequest,
  poolId?: string,
): Promise<Answer> {
  const { client, pool } = await openClient(world, request.ClientId, poolId);
  const session = required(request.Session, 'Session');
  const answers: Responses = request.ChallengeResponses ?? {};
  const username = required(answers.USERNAME, 'USERNAME');
  const asked = world.challenges.read(session, world.clock());
  const user = await findUser(pool, username);
  const fits =
    asked.name === request.ChallengeName &&
    asked.clientId === client.ClientId &&
    asked.username === user?.Username;
  if (!user || !fits) throw notAuthorized('Invalid session for the user.');
  requireEnabled(user);
  // A wrong answer is refused above this line's reach, by an exception, and leaves the session as it was.
  const answer = await responders[asked.name](world, { pool, client, user }, answers, asked);
  world.challenges.spend(session);
  return answer;
}

async function setNewPassword(world: World, party: Party, answers: Responses): Promise<Answer> {
  const password = required(answers.NEW_PASSWORD, 'NEW_PASSWORD');
  requireGoodPassword(party.pool, password);
  const prefix = 'userAttributes.';
  const named = Object.entries(answers).filter(([key]) => key.startsWith(prefix));
  const given = named.map(([key, Value]) => ({ Name: key.slice(prefix.length), Value }));
  const kept = party.user.Attributes.filter(({ Name }) => given.every(other => other.Name !== Name));
  const user = await change(world, party.pool, party.user, {
    Password: password,
    UserStatus: 'CONFIRMED',
    Attributes: [...kept, ...given],
  });
  return afterPassword(world, { ...party, user });
}

async function answerToken(world: World, party: Party, answers: Responses): Promise<Answer> {
  const code = required(answers.SOFTWARE_TOKEN_MFA_CODE, 'SOFTWARE_TOKEN_MFA_CODE');
  const user = await attempt(world, party, () => takeTokenCode(world, party, code));
  return passed(world, { ...party, user });
}

async function answerSms(world: World, party: Party, answers: Responses, asked: Challenge): Promise<Answer> {
  const code = required(answers.SMS_MFA_CODE, 'SMS_MFA_CODE');
  await attempt(world, party, () => {
    if (code !== asked.code) {
      throw refusal('CodeMismatchException', 'Invalid code or auth state for the user.');
    }
  });
  // Whoever reads what is sent to a number has verified it.
  const verified = withAttribute(party.user, 'phone_number_verified', 'true');
  const user = await change(world, party.pool, party.user, verified);
  return passed(world, { ...party, user });
}

async function selectFactor(world: World, party: Party, answers: Responses): Promise<Answer> {
  const wish = required(answers.ANSWER, 'ANSWER');
  const factor = activeFactors(party).find(active => active === wish);
  if (!factor) throw invalidParameter('ANSWER must be one of the factors that can be chosen.');
  return askFor(world, party, factor);
}

async function finishSetup(
  world: World,
  party: Party,
  _answers: Responses,
  asked: Challenge,
): Promise<Answer> {
  if (!asked.verified) throw notAuthorized('Invalid session for the user.');
  return passed(world, party);
}
