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
  expect(look(question)).toEqual({ ...question, accountName: 'Acme Production', colour: 'red' }));
it('leaves the question of a profile that is gone as it is', () =>
  expect(look({ ...question, profile: 'gone' })).toEqual({ ...question, profile: 'gone' }));
it('shows nothing where nothing is asked', () => expect(look(null)).toBeNull());
