/** The catalogue, as the operator keeps it. */
export const catalogueTexts = {
  title: 'Catalogue',
} as const;
