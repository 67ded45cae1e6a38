import { expect, it } from 'vitest';
import { keyFacts } from './key-facts.ts';

const now = Date.UTC(2026, 2, 12);
const day = 86_400_000;

it('tells what is known of a key, and no more', () => {
  expect(keyFacts({ addedAt: now - 2 * day }, now)).toMatch(/^Added .*2026$/);
  expect(keyFacts({ addedAt: now, createdAt: now - day / 2 }, now)).toBe('Made today');
  const asked = { addedAt: now, createdAt: now - 91 * day, checkedAt: now };
  expect(keyFacts(asked, now)).toBe('91 days old · no use known to AWS');
  expect(keyFacts({ ...asked, lastUsed: { usedAt: now - day, service: 's3' } }, now)).toMatch(
    /^91 days old · last used .*2026 for s3$/,
  );
});
