/** What is said to whoever comes to an organization that is suspended. */
export const suspendedTexts = {
  title: (organization = 'This organization') => `${organization} is suspended`,
  means:
    'Nobody of it gets in for now, whatever their role. Nothing is lost: its users, groups and settings are kept as they are, and everybody can go on as soon as it is resumed.',
  ask: 'Only the company that provides this service to you can resume it. Ask your usual contact there, or have an owner of the organization ask.',
  again: 'Look again',
  since: (day: string) => `Suspended since ${day}: nobody of this organization gets in until it is resumed.`,
  elsewhere: 'Your other organizations',
} as const;
