/** Projects: content that is assigned to single users. */
export const projectsTexts = {
  title: 'Projects',
  lead: 'What single users work in. Owners, admins and managers need none: projects are for the role user.',
  create: 'New project',
  columns: { name: 'Name', members: 'Members', created: 'Created' },
  empty: {
    title: 'No project yet',
    lead: 'Create one, and assign it to the users who are to work in it.',
  },
  labels: { name: 'Name', description: 'Description' },
  creating: {
    title: 'New project',
    submit: 'Create project',
    done: (name: string) => `${name} was created. Add people to it.`,
    discard: 'The project has not been created.',
  },
  editing: {
    title: (name: string) => `Edit ${name}`,
    submit: 'Save changes',
    done: (name: string) => `${name} was saved.`,
    discard: 'Your changes to the project have not been saved.',
  },
  deletion: {
    title: (name: string) => `Delete ${name}?`,
    lead: 'Nobody works in it from then on, at once. This cannot be undone.',
    members: (count: string) => (count === '1' ? '1 person loses it' : `${count} people lose it`),
    nobody: 'Nobody works in it.',
    andMore: (count: string) => `and ${count} more`,
    type: (name: string) => `Type ${name} to confirm`,
    confirm: 'Delete project',
    done: (name: string) => `${name} was deleted.`,
  },
} as const;
