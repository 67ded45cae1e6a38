import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from './harness/test.ts';
import { totpOf } from './harness/totp.ts';
import type { Sandbox } from './sandbox/sandbox.ts';

const policy = (action: string) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] }, null, 2);

function config(sandbox: Sandbox): string {
  const arn = (name: string) => sandbox.role(name).arn;
  const { mfaSerial } = sandbox.user('ada');
  return `[profile bob]
region = us-east-1

[profile ada]
mfa_serial = ${mfaSerial}

[profile everything]
role_arn = ${arn('ReadOnly')}
source_profile = bob
region = eu-west-1
external_id = agreed/7
duration_seconds = 7200
role_session_name = bob
rolecall_session_name = {user}-{ticket}
rolecall_source_identity = bob@acme
rolecall_session_tags = Project=unicorn, Ticket={ticket}
rolecall_transitive_session_tags = Project
rolecall_session_policy = policy.json
rolecall_session_policy_arns = arn:aws:iam::aws:policy/ReadOnlyAccess

[profile tagged]
role_arn = ${arn('Tagged')}
source_profile = bob
role_session_name = bob-laptop
session_tags = Project=unicorn

[profile break-glass]
role_arn = ${arn('BreakGlass')}
source_profile = ada
mfa_serial = ${mfaSerial}
rolecall_source_identity = ada

[profile brief]
role_arn = ${arn('ReadOnly')}
source_profile = bob
duration_seconds = 900

[profile too-short]
role_arn = ${arn('ReadOnly')}
source_profile = bob
external_id = x
`;
}

test('every parameter of AssumeRole reaches AWS, and none is sent that AWS would refuse', async ({ program }) => {
  const { cli, sandbox, configFile } = await program({ config, keys: ['bob', 'ada'] });
  const policyFile = join(dirname(configFile), 'policy.json');
  writeFileSync(policyFile, policy('s3:*'));
  const json = async (...args: string[]) => JSON.parse((await cli([...args, '--json'])).stdout);
  const assumed = () => sandbox.requests().filter(({ action }) => action === 'AssumeRole');

  await test.step('a name with a ticket asks for it, and AWS is not', async () => {
    expect(await json('switch', 'everything')).toMatchObject({
      failure: { kind: 'ticket-needed', profile: 'everything' },
    });
    expect(assumed()).toHaveLength(0);
  });

  await test.step('with it, AWS gets all of them', async () => {
    expect(await json('switch', 'everything', '--ticket', 'ABC 123')).toMatchObject({
      arn: expect.stringMatching(/:assumed-role\/ReadOnly\/.+-ABC-123$/),
      durationSeconds: 7200,
      packedPolicySize: expect.any(Number),
    });
    expect(assumed()).toHaveLength(1);
    expect(assumed()[0]).toMatchObject({
      status: 200,
      region: 'eu-west-1',
      accessKeyId: sandbox.user('bob').accessKeyId,
      parameters: {
        RoleArn: sandbox.role('ReadOnly').arn,
        DurationSeconds: '7200',
        ExternalId: 'agreed/7',
        SourceIdentity: 'bob@acme',
        'Tags.member.1.Key': 'Project',
        'Tags.member.1.Value': 'unicorn',
        'Tags.member.2.Key': 'Ticket',
        'Tags.member.2.Value': 'ABC 123',
        'TransitiveTagKeys.member.1': 'Project',
        'PolicyArns.member.1.arn': 'arn:aws:iam::aws:policy/ReadOnlyAccess',
        Policy: JSON.stringify(JSON.parse(policy('s3:*'))),
      },
    });
  });

  await test.step('tools get that session, and its details are told', async () => {
    const { AccessKeyId } = await json('credentials', 'everything');
    expect(AccessKeyId).toMatch(/^ASIA/);
    expect(assumed()).toHaveLength(1);
    expect((await json('status')).active).toMatchObject({
      sourceIdentity: 'bob@acme',
      roleSessionName: expect.stringMatching(/-ABC-123$/),
      packedPolicySize: expect.any(Number),
    });
  });

  await test.step('another ticket, duration or policy is another session', async () => {
    await json('switch', 'everything', '--ticket', 'ABC-124');
    await json('switch', 'everything', '--duration', '1h');
    expect(assumed().at(-1)?.parameters).toMatchObject({ DurationSeconds: '3600' });
    writeFileSync(policyFile, policy('ec2:*'));
    await json('switch', 'everything');
    expect(assumed()).toHaveLength(4);
    expect(assumed().at(-1)?.parameters.Policy).toContain('ec2:*');
    expect(assumed().at(-1)?.parameters.RoleSessionName).toMatch(/-ABC-124$/);
  });

  await test.step('renewed, it is asked for again in the same way', async () => {
    await json('renew');
    expect(assumed()).toHaveLength(5);
    expect(assumed().at(-1)?.parameters).toEqual(assumed().at(-2)?.parameters);
  });

  await test.step('a trust policy that demands a tag and a session name admits', async () => {
    expect(await json('switch', 'tagged')).toMatchObject({ profile: 'tagged' });
  });

  await test.step('one that demands a fresh code and a source identity admits', async () => {
    const code = await totpOf(sandbox, 'ada');
    const { stdout } = await cli(['switch', 'break-glass', '--own-code', '--mfa-code-stdin', '--json'], {
      input: code,
    });
    expect(JSON.parse(stdout)).toMatchObject({ profile: 'break-glass' });
    expect(assumed().at(-1)?.parameters).toMatchObject({ SourceIdentity: 'ada', TokenCode: '(not recorded)' });
  });

  await test.step('what AWS would refuse is refused here, by field', async () => {
    const before = sandbox.requests().length;
    const { failure } = await json('switch', 'too-short');
    expect(failure).toMatchObject({ kind: 'parameter-invalid', message: expect.stringContaining('external_id') });
    expect(sandbox.requests()).toHaveLength(before);
  });

  await test.step('a session in use is renewed ahead of its end, and nobody is asked', async () => {
    const { AccessKeyId } = await json('credentials', 'brief');
    const before = assumed().length;
    sandbox.clock.advance(11 * 60_000);
    // The next answer tells what time it is at AWS.
    await json('renew', 'tagged');
    await expect.poll(() => assumed().length).toBeGreaterThan(before + 1);
    expect((await json('credentials', 'brief')).AccessKeyId).not.toBe(AccessKeyId);
  });

  await test.step('the plan prints them', async () => {
    expect((await json('plan', 'everything'))[1]).toMatchObject({
      sourceIdentity: 'bob@acme',
      tags: [
        { key: 'Project', value: 'unicorn' },
        { key: 'Ticket', value: '{ticket}' },
      ],
      transitiveTagKeys: ['Project'],
      policy: 'policy.json',
      policyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
    });
  });
});
