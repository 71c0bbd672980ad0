/** The overview of an organization: numbers, what they are about, and what to do about them. */
const people = (count: string) => (count === '1' ? '1 person' : `${count} people`);
const have = (count: string) => (count === '1' ? 'has' : 'have');

export const overviewTexts = {
  title: 'Overview',
  invite: 'Invite user',
  seats: {
    title: 'Seats',
    of: (total: string) => `of ${total}`,
    label: (used: string, total: string) => `Seats: ${used} of ${total} taken`,
    free: (count: string) => (count === '1' ? '1 seat is free' : `${count} seats are free`),
    full: 'All seats are taken',
    active: (count: string) => `${count} active`,
    invited: (count: string) => (count === '1' ? '1 open invitation' : `${count} open invitations`),
  },
  mfa: {
    title: 'Second factor',
    of: (active: string) => `of ${active} active`,
    label: 'Active users with a second factor',
    share: (percent: string) => `${percent} are covered`,
    enrolled: (count: string) => `${count} with`,
    none: (count: string) => `${count} without`,
  },
  people: {
    title: 'People',
    active: 'Active',
    invited: 'Pending',
    inactive: 'Inactive',
    archived: 'Archived',
  },
  attention: {
    title: 'Needs attention',
    nothing: 'Nothing needs attention',
    /** Of what is counted no further. */
    more: (count: string) => `${count}+`,
    bounced: {
      title: (count: string) => `${people(count)} cannot be reached`,
      lead: 'Their invitation bounced. Correct the address and send it again.',
    },
    awaitingApproval: {
      title: (count: string) => `${people(count)} ${count === '1' ? 'awaits' : 'await'} approval`,
      lead: 'They have accepted, and get in once the partner approves them.',
    },
    neverSignedIn: {
      title: (count: string) => `${people(count)} ${have(count)} never signed in`,
      lead: 'They have no invitation that works: it expired, was revoked, or was never sent.',
    },
  },
  invitations: {
    title: 'Invitations',
    span: 'Time shown',
    days: { 30: '30 days', 90: '90 days' },
    numbers: { sent: 'Sent', accepted: 'Accepted', expired: 'Expired', bounced: 'Bounced' },
    caption: (days: string) => `Invitations by day, in the last ${days} days`,
    day: 'Day',
    /** What the arrow keys choose. */
    slider: 'Numbers of a day',
    of: (day: string, numbers: string) => `${day}: ${numbers}`,
    number: {
      sent: (count: string) => `${count} sent`,
      accepted: (count: string) => `${count} accepted`,
      expired: (count: string) => `${count} expired`,
      bounced: (count: string) => `${count} bounced`,
    },
    scale: (most: string) => `The tallest bar is ${most}. Days begin at midnight UTC.`,
    none: 'No invitations in this time.',
  },
  lastActive: { title: 'Last active', all: 'All, by last activity' },
  first: {
    title: 'Nobody here but you',
    lead: 'Here you will see who has joined, whose invitation got stuck, and how well accounts are guarded. It begins with the first invitation.',
    invite: 'Invite somebody',
  },
};
