import { expect, it } from 'vitest';
import type { Diagnosis } from '../core/doctor/check.ts';
import { failure } from '../core/failure.ts';
import { runFake } from './fake-world.ts';

const found: Diagnosis = {
  profile: 'prod',
  checks: [
    { id: 'plan', title: 'Profile', status: 'passed', why: 'the access key of "ada" → Admin in 444455556666' },
    {
      id: 'mfa',
      title: 'MFA',
      status: 'unknown',
      why: 'The request carries none.',
      fixes: [{ label: 'Set mfa_serial', command: 'rolecall config set prod mfa_serial SERIAL' }],
    },
    { id: 'outcome', title: 'Credentials', status: 'failed', why: 'AWS refused. Ask\u001b[31m.' },
  ],
  failure: { kind: 'not-authorized', message: 'AWS refused.', remedy: 'Ask.', causes: ['No MFA.', 'No trust.'] },
  proposal: { roleArn: 'arn:x', accountId: '444455556666', trustPolicy: '{\n  "a": 1\n}', notes: ['Exact.'] },
};

it('says what was found, one line a check, with the causes and the policy to send', async () => {
  const { status, stdout, sent } = await runFake(['doctor', 'prod'], { answers: { diagnose: found } });
  expect(sent).toEqual([{ name: 'diagnose', input: { profile: 'prod', tryNow: true, mfaCode: undefined } }]);
  expect(stdout.split('\n')).toEqual([
    'ok      Profile      the access key of "ada" → Admin in 444455556666',
    '?       MFA          The request carries none.',
    '                     rolecall config set prod mfa_serial SERIAL',
    'FAILED  Credentials  AWS refused. Ask\uFFFD[31m.',
    '',
    'Likely causes, the likeliest first',
    '1. No MFA.',
    '2. No trust.',
    '',
    'A trust policy that would admit you, for the owner of arn:x',
    '{',
    '  "a": 1',
    '}',
    '',
    '- Exact.',
    '',
  ]);
  expect(status).toBe(1);
});

it('ends well when nothing failed, and passes a code on', async () => {
  const answers = { diagnose: { ...found, checks: found.checks.slice(0, 2), failure: undefined, proposal: undefined } };
  const { status, stdout, sent } = await runFake(['doctor', 'prod', '--json', '--mfa-code-stdin'], {
    answers,
    stdin: '123456\n',
  });
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ profile: 'prod', checks: [{ id: 'plan' }, { id: 'mfa' }] });
  expect(sent[0]?.input).toMatchObject({ mfaCode: '123456' });
});

it('prints the commands that fix a failure to a person, and to nobody else', async () => {
  const fixes = [{ label: 'Why?', command: 'rolecall doctor prod' }];
  const failures = { switchProfile: failure('not-authorized', 'AWS refused.', 'Ask.', { fixes }) };
  const person = await runFake(['switch', 'prod'], { failures, terminal: true });
  expect(person.stderr).toBe('AWS refused.\nAsk.\n  rolecall doctor prod\n');
  const tool = await runFake(['switch', 'prod'], { failures });
  expect(tool.stderr).toBe('AWS refused.\nAsk.\n');
});
