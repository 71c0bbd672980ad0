/**
 * The design of the tables.
 *
 * directory
 *   pk                  sk                     what
 *   ORG#<org>           ORGANIZATION           the organization
 *   ORG#<org>           COUNTERS               its counters, changed with what they count
 *   ORG#<org>           USER#<person>          a user, with the invitation inside
 *   ORG#<org>           USERNAME#<username>    reservation
 *   ORG#<org>           CLIENT#<client>        a registered application
 *   ORG#<org>           QUOTA#<name>           how much of something was used, in a stretch of time that is named
 *   ORG#<org>           POLICY                 what every custom role permits, and which of them every group carries
 *   ORG#<org>           GROUP#<group>          a group
 *   ORG#<org>           EXTERNAL#<external id> reservation, for a group
 *   ORG#<org>           PROJECT#<project>      a project
 *   ORG#<org>           JOB#<job>              a job, newest last
 *   ORG#<org>           EXPORT#<export>        an export, newest last
 *   ORG#<org>           IMPORT#<import>        an import, newest last
 *   ORG#<org>#<grp_…>   USER#<person>          that a user is in a group; the same for rol_… and prj_…
 *   ORG#<org>#<grp_…>   CONTENT#<type>#<id>    that content is granted to a group
 *   ORG#<org>#CONTENT   <type>#<id>            content, with the groups that it is granted to
 *   ORG#<org>#<job_…>   SLICE#<number>         the users of a job, some at a time, with their outcomes
 *   ORG#<org>#FIND#<status>#<what>=<which>  <place>#<person>   what a user is found by (user-rows.ts)
 *   ORG#<org>#NUMBERS   DAY#<day>              what became of invitations on a day
 *   ORG#<org>#NUMBERS   COUNTED#<event>        that an event is in the numbers of its day
 *   ORG#<org>#NUMBERS   COVERAGE               how many active users have a second factor
 *   ORG#<org>#NUMBERS   COVERED#<person>       that a user is one of them
 *   CATALOGUE           CATALOGUE              which applications there are
 *   CATALOGUE           APPLICATION#<key>      an application, and what can be done in it
 *   PERSON#<person>     PERSON                 the person, with the status of each membership
 *   PERSON#<person>     SESSION#<origin_jti>   a sign-in on one device
 *   PERSON#<person>     ANSWER#<key>           an answer about them, given under an Idempotency-Key
 *   PERSON#<person>     VIEWS#<org>            the lists of an organization's users that they have saved
 *   EMAIL#<email>       EMAIL                  reservation, across organizations
 *   LINK#<sha256>       LINK                   a link that was mailed
 *   CLIENT#<client>     CLIENT                 whose a registered application is
 *   CLAIM#<key>         CLAIM                  who is doing what only one may do
 *   ANSWER#<key>        ANSWER                 the answer given under an Idempotency-Key, or whom it was about
 *   ATTEMPTS#<bucket>   ATTEMPTS               how many there were, in a stretch of time that is named
 *
 *   index lists         ORG#<org>#<status>       <folded name>#<person>         users, a partition for each tab
 *   index lists         ORG#<org>#GROUPS         <folded name>#<group>          groups; #PROJECTS: projects
 *   index lists         ORGANIZATIONS            <folded name>#<org>            all organizations
 *   index partners      ORG#<approver>#AWAITING  <folded name>#<org>#<person>   users who wait for a partner's approval
 *   index partners      ORG#<partner>#LOOKED-AFTER  <folded name>#<org>         organizations that a partner looks after
 *   index expiry        EXPIRY#<0…7>             <expiresAt>#<org>#<person>     seated invitations, by when they run out
 *   index credentials   CREDENTIALS#<0…7>        <person>                       people who have chosen a password
 *
 * events (append only)
 *   ORG#<org>           <event>                sorts by time
 *
 * Every key of a tenant begins with `ORG#<org>` and a delimiter follows every id; the global ones are PERSON#, EMAIL#,
 * LINK#, CLIENT#, CLAIM#, ANSWER#, ATTEMPTS#, CATALOGUE, ORGANIZATIONS and two of the indexes. What tells of a person and
 * is no tenant's stands in the person's partition, so that it can be found, and goes, when they go.
 */
import type { OrganizationId } from '../../contract/ids.ts';
import type { Ref } from '../../domain/refs.ts';
import { accessKey } from './access-keys.ts';

export type Key = { pk: string; sk: string };

export const sessionPrefix = 'SESSION#';
export const apiClientPrefix = 'CLIENT#';

export function keyOf(ref: Ref): Key {
  switch (ref.type) {
    case 'organization':
      return { pk: `ORG#${ref.id}`, sk: 'ORGANIZATION' };
    case 'counters':
      return { pk: `ORG#${ref.organization}`, sk: 'COUNTERS' };
    case 'user':
      return { pk: `ORG#${ref.organization}`, sk: `USER#${ref.id}` };
    case 'username':
      return { pk: `ORG#${ref.organization}`, sk: `USERNAME#${ref.username}` };
    case 'api-client':
      return { pk: `ORG#${ref.organization}`, sk: `${apiClientPrefix}${ref.id}` };
    case 'quota':
      return { pk: `ORG#${ref.organization}`, sk: `QUOTA#${ref.name}` };
    case 'person':
      return { pk: `PERSON#${ref.id}`, sk: 'PERSON' };
    case 'session':
      return { pk: `PERSON#${ref.person}`, sk: `${sessionPrefix}${ref.id}` };
    case 'personal-answer':
      return { pk: `PERSON#${ref.person}`, sk: `ANSWER#${ref.key}` };
    case 'views':
      return { pk: `PERSON#${ref.person}`, sk: `VIEWS#${ref.organization}` };
    case 'email':
      return { pk: `EMAIL#${ref.email}`, sk: 'EMAIL' };
    case 'link':
      return { pk: `LINK#${ref.hash}`, sk: 'LINK' };
    case 'api-client-owner':
      return { pk: `CLIENT#${ref.id}`, sk: 'CLIENT' };
    case 'claim':
      return { pk: `CLAIM#${ref.key}`, sk: 'CLAIM' };
    case 'answer':
      return { pk: `ANSWER#${ref.key}`, sk: 'ANSWER' };
    case 'attempts':
      return { pk: `ATTEMPTS#${ref.bucket}`, sk: 'ATTEMPTS' };
    default:
      return accessKey(ref);
  }
}

export const eventKey = (organization: OrganizationId, event: string): Key => ({
  pk: `ORG#${organization}`,
  sk: event,
});
