import { expect, it } from 'vitest';
import { failure } from './failure.ts';

it('says a name from a file without letting it turn round or break its sentence', () => {
  const { message, remedy } = failure('profile-not-found', '"a\u202eb" names "c\n".', 'Correct "\u001b[2J".');
  expect([message, remedy]).toEqual(['"a\uFFFDb" names "c\uFFFD".', 'Correct "\uFFFD[2J".']);
});
