/** Telephone numbers as people type them in their country, and as they are stored: E.164. */
import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';

/** `undefined` when it cannot be a number, in that country or with its own country code. */
export function toE164(typed: string, country: string | null): string | undefined {
  const number = parse(typed, country);
  return number?.isPossible() ? number.number : undefined;
}

/** The way the number is written in its country; as it was typed when it is no number. */
export function spellTelephone(typed: string, country: string | null): string {
  const number = parse(typed, country);
  if (!number?.isPossible()) return typed;
  return number.country === country ? number.formatNational() : number.formatInternational();
}

/** "+49"; `undefined` for a country without a numbering plan of its own. */
export function callingCode(country: string | null): string | undefined {
  const known = supported(country);
  return known && `+${getCountryCallingCode(known)}`;
}

function parse(typed: string, country: string | null) {
  return parsePhoneNumberFromString(typed, supported(country));
}

function supported(country: string | null): CountryCode | undefined {
  return country && isSupportedCountry(country) ? country : undefined;
}
