/** Who waits to be let in, in the organizations that one looks after. */
export const approvalsTexts = {
  title: 'Approvals',
  lead: 'New users of the organizations that you look after get in once you have approved them.',
  columns: {
    person: 'Name',
    organization: 'Organization',
    role: 'Role',
    status: 'Status',
    since: 'Waiting since',
    approve: 'Approve',
  },
  accepted: 'Accepted, waiting',
  invited: 'Invited',
  approve: 'Approve',
  approveOf: (name: string) => `Approve ${name}`,
  approved: (name: string, organization: string) => `${name} may sign in to ${organization} now`,
  empty: { title: 'Nobody is waiting', lead: 'Who is invited to one of your organizations shows up here.' },
} as const;
