import { HOTP, Secret, TOTP, URI } from 'otpauth';
import { failure } from '../core/failure.ts';
import type { Totp } from '../core/ports.ts';
import { failed, ok, type Result } from '../core/result.ts';

/** AWS's seeds have 64 characters of base32; RFC 4226 wants at least 128 bits, and older devices of others have 80. */
const LEAST_BYTES = 10;
const MOST_CHARACTERS = 1024;

/**
 * Codes as AWS's virtual MFA devices make them: TOTP with SHA-1, six digits, 30 seconds.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable_virtual.html
 */
export const totp: Totp = {
  read(text) {
    const typed = text.trim();
    if (typed === '' || typed.length > MOST_CHARACTERS) return failed(notASeed());
    return /^otpauth:/i.test(typed) ? readUrl(typed) : readBase32(typed);
  },
  code: (seed, atMs) => new TOTP({ secret: Secret.fromBase32(seed) }).generate({ timestamp: atMs }),
  url: (seed, { issuer, account }) => new TOTP({ issuer, label: account, secret: Secret.fromBase32(seed) }).toString(),
};

/** People copy it in groups of four, and in small letters. */
function readBase32(typed: string): Result<string> {
  const text = typed.replaceAll(/[\s-]/g, '').replace(/=+$/, '').toUpperCase();
  if (!/^[A-Z2-7]+$/.test(text)) return failed(notASeed());
  return longEnough(Secret.fromBase32(text));
}

function readUrl(typed: string): Result<string> {
  let parsed: TOTP | HOTP;
  try {
    parsed = URI.parse(typed);
  } catch {
    return failed(notASeed());
  }
  if (parsed instanceof HOTP) return failed(otherKind('counts its codes instead of timing them'));
  if (parsed.algorithm !== 'SHA1') return failed(otherKind(`has codes by ${parsed.algorithm}`));
  if (parsed.digits !== 6) return failed(otherKind(`has codes of ${parsed.digits} digits`));
  if (parsed.period !== 30) return failed(otherKind(`has codes for ${parsed.period} seconds`));
  return longEnough(parsed.secret);
}

function longEnough(secret: Secret): Result<string> {
  return secret.bytes.length >= LEAST_BYTES ? ok(secret.base32) : failed(notASeed());
}

/** What was typed is never echoed. */
function notASeed() {
  return failure(
    'bad-input',
    'That is not the seed of an MFA device: it has at least 16 letters A–Z and digits 2–7, or is an otpauth:// URL.',
    'Copy the secret key that AWS shows beside the QR code when the device is set up.',
  );
}

function otherKind(what: string) {
  return failure(
    'bad-input',
    `This device ${what}; AWS's devices have codes of six digits for 30 seconds, by SHA-1.`,
    'Copy the URL or secret key of the device that was set up for AWS.',
  );
}
