import { expect, it } from 'vitest';
import { runFake } from './fake-world.ts';

const environment = {
  shell: 'fish',
  text: 'set -gx AWS_PROFILE prod\n',
  variables: { AWS_PROFILE: 'prod', AWS_REGION: 'eu-west-1' },
  adopted: true,
};
const credentials = {
  Version: 1,
  AccessKeyId: 'ASIAIOSFODNN7EXAMPLE',
  SecretAccessKey: 'secret',
  SessionToken: 'token',
  Expiration: '2027-01-15T08:00:00.000Z',
};

it('prints the name of a profile for the shell it runs in, and asks for no credentials', async () => {
  const run = await runFake(['env', 'prod'], { answers: { environment }, env: { SHELL: '/usr/bin/fish' } });
  expect(run).toMatchObject({ status: 0, stdout: 'set -gx AWS_PROFILE prod\n', stderr: '' });
  expect(run.sent).toEqual([{ name: 'environment', input: { profile: 'prod', shell: 'fish' } }]);
});

it('prints JSON, and says beside it that the profile is not adopted', async () => {
  const answers = { environment: { ...environment, adopted: false } };
  const run = await runFake(['env', 'prod', '--shell', 'json'], { answers });
  expect(JSON.parse(run.stdout)).toEqual({ AWS_PROFILE: 'prod', AWS_REGION: 'eu-west-1' });
  expect(run.stderr).toContain('it is not adopted');
  expect((await runFake(['env', 'prod', '--shell', 'tcsh'])).status).toBe(1);
});

it('prints credentials only when they are asked for', async () => {
  const answers = { environment, credentials };
  const run = await runFake(['env', 'prod', '--shell', 'zsh', '--credentials'], { answers });
  expect(run.stdout).toContain(
    'unset AWS_PROFILE AWS_DEFAULT_PROFILE\nexport AWS_ACCESS_KEY_ID=ASIAIOSFODNN7EXAMPLE\n',
  );
  expect(run.stdout).toContain('export AWS_REGION=eu-west-1\n');
  expect(run.sent.map(({ name }) => name)).toEqual(['environment', 'credentials']);
});

it('opens a terminal', async () => {
  const run = await runFake(['terminal', 'prod'], { answers: { openTerminal: { adopted: true } } });
  expect(run).toMatchObject({ status: 0, stdout: 'A terminal with prod is open.\n', stderr: '' });
});
