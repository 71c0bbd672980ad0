/**
 * What the local demo has under fixed names, so that the examples of the reference and the README work there as they
 * are printed. Good for nothing in any other place.
 */
export const demo = {
  password: 'seven lanterns over the quiet bay',
  /** A registered application. */
  client: { id: 'cli_01kam40demz8g4r7s2t5v9w3xy', secret: 'a-secret-of-the-local-demo-and-of-no-others' },
  /** The user whose password its scripts show. */
  script: { name: 'Mei Tanaka', email: 'mei.tanaka@northwind.example.com' },
} as const;
