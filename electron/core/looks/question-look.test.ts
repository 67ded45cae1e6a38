import { expect, it } from 'vitest';
import type { MfaQuestion, ProfileRow } from '../contract.ts';
import { createQuestionLook } from './question-look.ts';

const row: ProfileRow = {
  name: 'admin',
  kind: 'role',
  needsCode: true,
  pinned: false,
  careful: false,
  adopted: false,
  accountName: 'Acme Production',
  colour: 'red',
  production: true,
};
const question: MfaQuestion = {
  id: '1',
  profile: 'admin',
  mfaSerial: 'arn:aws:iam::123456789012:mfa/anna',
  asker: { through: 'tray' },
  checking: false,
  waiting: 0,
};
const look = createQuestionLook({ view: () => ({ rows: [row], problems: [], defaultHandedOver: false }) });

it('shows a question in the look of its account', () =>
  expect(look(question)).toEqual({ ...question, accountName: 'Acme Production', colour: 'red', production: true }));
it('leaves the question of a profile that is gone as it is', () =>
  expect(look({ ...question, profile: 'gone' })).toEqual({ ...question, profile: 'gone' }));
it('shows no name that turns round what stands beside it', () => {
  const profile = 'nimda\u202e\u2066 (from you)';
  const hostile = createQuestionLook({
    view: () => ({
      rows: [{ ...row, name: profile, accountName: 'Toys\u2028Production' }],
      problems: [],
      defaultHandedOver: false,
    }),
  });
  const shown = hostile({ ...question, profile });
  expect(shown).toMatchObject({ profile: 'nimda\uFFFD\uFFFD (from you)', accountName: 'Toys\uFFFDProduction' });
});
it('shows nothing where nothing is asked', () => expect(look(null)).toBeNull());
