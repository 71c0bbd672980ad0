/** From one organization to another, and what is said of one that is suspended. */
export const switcherTexts = {
  title: 'Your organizations',
  switch: 'Switch organization',
  search: 'Find an organization',
  found: (count: number) => (count === 1 ? '1 organization' : `${count} organizations`),
  none: (typed: string) => `No organization of yours has “${typed}” in its name.`,
  suspended: 'Suspended',
  lookedAfter: 'Looked after by you',
} as const;
