/** Custom roles, and what each permits. */
export const roleTexts = {
  title: 'Roles',
  lead: 'Custom roles are named sets of permissions. Give them to users and groups; a change counts at once for everybody who has the role.',
  create: 'Create role',
  matrix: 'What each custom role permits',
  permission: 'Permission',
  cell: (permission: string, role: string) => `${permission} for ${role}`,
  menuOf: (role: string) => `Actions for ${role}`,
  granted: (count: number) => (count === 1 ? '1 permission' : `${count} permissions`),
  oneAtATime: 'Custom role',
  readOnly: 'Owners and admins change custom roles.',
  empty: {
    title: 'No custom role yet',
    lead: 'A custom role is a named set of permissions, such as “Sales”, that you give to users and groups instead of ticking the same permissions again and again.',
  },
  noCatalogue: {
    title: 'No permissions yet',
    lead: 'The applications have not said yet what can be done in them. Once they have, it stands here.',
  },
  changes: {
    count: (count: number) => (count === 1 ? '1 role changed' : `${count} roles changed`),
    save: 'Save changes',
    discard: 'Discard',
    saved: (names: string) => `${names} saved. It counts from now on.`,
    leave: 'Your changes to custom roles have not been saved.',
    refused: (role: string) => `${role} was not saved`,
    meanwhile: (role: string) => `The custom role “${role}”`,
    gone: (role: string) => `Somebody has deleted “${role}” in the meantime.`,
  },
  deeds: { edit: 'Rename…', holders: 'Who has it', delete: 'Delete…' },
  labels: { name: 'Name', description: 'Description', permissions: 'Permissions' },
  nameHint: 'Sales',
  descriptionWhy: 'For whoever gives it: what is it for?',
  permissionsWhy: 'What everybody with this role may do. You can change it later.',
  creating: {
    title: 'Create role',
    submit: 'Create role',
    discard: 'The role has not been created.',
    done: (name: string) => `“${name}” was created. Give it to users and groups.`,
  },
  renaming: {
    title: (name: string) => `Rename ${name}`,
    submit: 'Save changes',
    discard: 'Your changes have not been saved.',
    done: (name: string) => `“${name}” was saved.`,
  },
  members: (count: string) => (count === '1' ? '1 member' : `${count} members`),
  holders: {
    title: (name: string) => `Who has “${name}”`,
    users: 'Users',
    groups: 'Groups',
    nobody: 'Nobody has it yet',
    nobodyLead: 'Give it to somebody when you invite or edit them, or to a group.',
    noUsers: 'Nobody has it by themselves.',
  },
  removal: {
    title: (name: string) => `Delete “${name}”?`,
    lead: 'Nobody holds anything by it from then on. What they hold otherwise stays. This cannot be undone.',
    permits: (count: number) => (count === 1 ? 'It permits 1 thing' : `It permits ${count} things`),
    users: (count: string) =>
      count === '0'
        ? 'It was given to no user'
        : count === '1'
          ? '1 user loses it'
          : `${count} users lose it`,
    groups: (count: string) =>
      count === '0'
        ? 'No group carries it'
        : count === '1'
          ? '1 group loses it, with all its members'
          : `${count} groups lose it, with all their members`,
    more: (names: string, count: string) => `${names} and ${count} more`,
    type: (name: string) => `Type ${name} to confirm`,
    confirm: 'Delete role',
    done: (name: string) => `“${name}” was deleted.`,
  },
  builtIn: {
    title: 'Built-in roles',
    lead: 'Everybody has one of them. It says what they may do here, in the console; custom roles say what they may do in the applications.',
    role: 'Role',
    here: 'In the console',
    there: 'In the applications',
    everything: 'Everything',
    given: 'What is given to them',
    givenAndProjects: 'What is given to them, and their projects',
  },
} as const;
