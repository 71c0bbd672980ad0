/** What the QR code for an authenticator app says (Google's "Key Uri Format", which they all read). */
type Key = {
  /** Base 32. */
  secret: string;
  issuer: string;
  account: string;
};

/** Spaces are %20 and never a plus sign, which some apps show as it stands. */
export function authenticatorUri({ secret, issuer, account }: Key): string {
  const [from, to] = [issuer, account].map(text => encodeURIComponent(text.replaceAll(':', ' ')));
  return `otpauth://totp/${from}:${to}?secret=${secret}&issuer=${from}`;
}
