import { randomBytes, randomInt } from 'node:crypto';

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** AWS's unique ids, recognisable as made up: `AKIA`/`ASIA`/`AIDA`/`AROA`, nine random characters, `EXAMPLE`. */
export function newId(prefix: 'AKIA' | 'ASIA' | 'AIDA' | 'AROA'): string {
  const random = Array.from({ length: 9 }, () => base32[randomInt(base32.length)]).join('');
  return `${prefix}${random}EXAMPLE`;
}

/** Forty characters, as AWS's secrets have, ending in a mark that says it opens nothing. */
export function newSecret(): string {
  return `${randomBytes(24).toString('base64').slice(0, 30)}EXAMPLEKEY`;
}

/** An opaque session token of a realistic length. */
export function newSessionToken(): string {
  return `IQoJb3JpZ2luX2VjEXAMPLE${randomBytes(400).toString('base64')}`;
}

/** A 160-bit TOTP secret in base32, as CreateVirtualMFADevice makes them longer: 32 characters here. */
export function newTotpSeed(): string {
  return Array.from(randomBytes(32), (byte) => base32[byte % 32]).join('');
}
