import { failure } from '../failure.ts';
import type { Totp } from '../ports.ts';
import { failed, ok } from '../result.ts';

/** Seeds are words of A to Z here, and a code is the number of the 30-second step. */
export const fakeTotp: Totp = {
  read: (text) =>
    /^[A-Z]+$/.test(text) ? ok(text) : failed(failure('bad-input', 'That is not a seed.', 'Copy it again.')),
  code: (_seed, atMs) => String(Math.floor(atMs / 30_000) % 1_000_000).padStart(6, '0'),
  url: (seed, { issuer, account }) => `otpauth://totp/${issuer}:${account}?secret=${seed}`,
};
