/** How what is in the tables is called in code. */

/** `invite-user` is exported as `inviteUser`. */
export function exportOf(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
