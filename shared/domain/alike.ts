/** Names that people take for one and the same: in whatever case. */
export const isAlike = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
