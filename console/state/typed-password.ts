/**
 * The password that was just typed, for the one step of signing in that needs it again. It lives in the memory of this
 * page alone, and no longer than the question it may help to answer.
 */

const life = 3 * 60_000;

let typed: { session: string; password: string } | undefined;
let end: ReturnType<typeof setTimeout> | undefined;

/** @param session of the challenge that the password has led to */
export function keepTypedPassword(session: string, password: string): void {
  forgetTypedPassword();
  typed = { session, password };
  end = setTimeout(forgetTypedPassword, life);
}

export function typedPassword(session: string): string | undefined {
  return typed?.session === session ? typed.password : undefined;
}

export function forgetTypedPassword(): void {
  typed = undefined;
  clearTimeout(end);
}
