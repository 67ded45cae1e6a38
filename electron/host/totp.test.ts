import { describe, expect, it } from 'vitest';
import { totp } from './totp.ts';

/** RFC 6238, appendix B: the ASCII text "12345678901234567890" in base32. */
const seed = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('TOTP', () => {
  it.each([
    [59_000, '287082'],
    [1_111_111_109_000, '081804'],
    [1_234_567_890_000, '005924'],
    [20_000_000_000_000, '353130'],
  ])('makes the code of RFC 6238 at %i ms', (atMs, code) => {
    expect(totp.code(seed, atMs)).toBe(code);
  });

  it.each([
    seed,
    seed.toLowerCase(),
    'GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ\n',
    `${seed}====`,
    `otpauth://totp/Amazon%20Web%20Services:ada@012345678901?secret=${seed}&issuer=Amazon%20Web%20Services`,
    `otpauth://totp/ada?secret=${seed}&algorithm=SHA1&digits=6&period=30`,
  ])('reads a seed however it was copied: %j', (text) => {
    expect(totp.read(text)).toEqual({ ok: true, value: seed });
  });

  it.each([
    '',
    '123456',
    'GEZDGNBV',
    'not a seed, but a canary!',
    'A'.repeat(2000),
    'https://example.com/?secret=GEZDGNBVGY3TQOJQ',
    'otpauth://totp/',
    `otpauth://hotp/ada?secret=${seed}&counter=1`,
    `otpauth://totp/ada?secret=${seed}&digits=8`,
    `otpauth://totp/ada?secret=${seed}&period=60`,
    `otpauth://totp/ada?secret=${seed}&algorithm=SHA256`,
    'otpauth://totp/ada?secret=canary-that-is-no-base32',
  ])('refuses what is none, and echoes nothing of it: %j', (text) => {
    const read = totp.read(text);
    expect(read).toMatchObject({ ok: false, failure: { kind: 'bad-input' } });
    expect(JSON.stringify(read)).not.toMatch(/canary|GEZD|AAAA/);
  });
});
