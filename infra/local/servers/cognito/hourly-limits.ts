/** How often in an hour one user may do what brings or tries a code. ("Quotas in Amazon Cognito", code security.) */
const allowed = { GetUserAttributeVerificationCode: 5, VerifyUserAttribute: 15 } as const;

export type HourlyLimits = {
  /** Counts a call; false where it is one too many, and then it does not count. */
  admits(operation: keyof typeof allowed, user: string, now: Date): boolean;
};

const hour = 60 * 60_000;

export function createHourlyLimits(): HourlyLimits {
  const calls = new Map<string, number[]>();
  return {
    admits(operation, user, now) {
      const key = `${operation}/${user}`;
      const recent = (calls.get(key) ?? []).filter(at => now.getTime() < at + hour);
      if (recent.length >= allowed[operation]) return false;
      calls.set(key, [...recent, now.getTime()]);
      return true;
    },
  };
}
