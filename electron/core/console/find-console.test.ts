import { describe, expect, it } from 'vitest';
import type { CallContext } from '../dispatch.ts';
import { createFakeWorld } from '../fakes/fake-world.ts';
import { createRolecall } from '../rolecall.ts';

const ACCOUNT = '111122223333';
const OTHER = '444455556666';
const role = (name: string, account = ACCOUNT, partition = 'aws') => `arn:${partition}:iam::${account}:role/${name}`;
const context: CallContext = { door: 'socket', asker: { through: 'command' }, signal: new AbortController().signal };

async function setUp(more: Parameters<typeof createFakeWorld>[0] = {}) {
  const fake = createFakeWorld({
    base: { region: 'eu-west-1' },
    admin: { role_arn: role('Admin'), source_profile: 'base' },
    reader: { role_arn: role('Reader'), source_profile: 'base', region: 'eu-central-1' },
    other: { role_arn: role('Admin', OTHER), source_profile: 'base' },
    china: { role_arn: role('Admin', '777788889999', 'aws-cn'), source_profile: 'base', region: 'cn-north-1' },
    tool: { credential_process: 'print-credentials' },
    broken: { role_arn: role('Broken'), source_profile: 'gone' },
    ...more,
  });
  const rolecall = createRolecall(fake.world);
  await rolecall.start();
  const { handlers } = rolecall;
  const key = { profile: 'base', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'canary-base-secret' };
  expect(await handlers.addAccessKey(key, context)).toMatchObject({ ok: true });
  return { ...fake, rolecall, handlers };
}

const find = async ({ handlers }: Awaited<ReturnType<typeof setUp>>, text: string) => {
  const found = await handlers.findConsole({ text }, context);
  return found.ok ? found.value : found.failure;
};

describe('an ARN', () => {
  it('is reached by the profiles of its account, whose chains are whole', async () => {
    const all = await setUp();
    expect(await find(all, ` "arn:aws:sqs:eu-west-1:${ACCOUNT}:jobs" `)).toEqual({
      what: 'the SQS queue jobs',
      accountId: ACCOUNT,
      region: 'eu-west-1',
      profiles: ['admin', 'reader'],
    });
  });

  it('proposes the active profile first, then what was used last, then what is pinned', async () => {
    const all = await setUp({ writer: { role_arn: role('Writer'), source_profile: 'base' } });
    const queue = `arn:aws:sqs:eu-west-1:${ACCOUNT}:jobs`;
    await all.handlers.pinProfile({ profile: 'writer', pinned: true }, context);
    expect(await find(all, queue)).toMatchObject({ profiles: ['writer', 'admin', 'reader'] });
    await all.handlers.switchProfile({ profile: 'reader' }, context);
    await all.handlers.switchProfile({ profile: 'other' }, context);
    expect(await find(all, queue)).toMatchObject({ profiles: ['reader', 'writer', 'admin'] });
    await all.handlers.switchProfile({ profile: 'admin' }, context);
    expect(await find(all, queue)).toMatchObject({ profiles: ['admin', 'reader', 'writer'] });
  });

  it('of a role puts the profile with the role first', async () => {
    expect(await find(await setUp(), `arn:aws:sts::${ACCOUNT}:assumed-role/Reader/anna`)).toMatchObject({
      what: 'the IAM role Reader',
      profiles: ['reader', 'admin'],
    });
  });

  it('without an account is proposed to all of its partition', async () => {
    const all = await setUp();
    await all.handlers.switchProfile({ profile: 'other' }, context);
    const bucket = await find(all, 'arn:aws:s3:::logs');
    expect(bucket).toMatchObject({ what: 'the S3 bucket logs' });
    expect(bucket).toHaveProperty('profiles.0', 'other');
    expect(bucket).toHaveProperty('profiles', expect.not.arrayContaining(['china', 'broken']));
    expect(await find(all, 'arn:aws-cn:s3:::logs')).toMatchObject({ profiles: expect.arrayContaining(['china']) });
  });

  it.each([
    [
      'arn:aws:sqs:eu-west-1:000011112222:jobs',
      'No profile reaches account 000011112222, where the SQS queue jobs is.',
    ],
    ['arn:aws-iso:s3:::logs', 'No profile leads to the partition aws-iso, where the S3 bucket logs is.'],
  ])('that nobody reaches says so: %s', async (arn, message) => {
    // Without the profiles of which nothing is known.
    const all = await setUp({ base: { region: 'eu-west-1' }, tool: { credential_process: 'x', region: 'eu-west-1' } });
    expect(await find(all, arn)).toMatchObject({ kind: 'profile-not-found', message });
  });

  it.each([
    ['arn:', 'not a whole ARN'],
    ['arn:aws:sqs', 'not a whole ARN'],
    ['arn:aws:s3:::', 'not a whole ARN'],
    ['arn:aws:../..:eu-west-1:111122223333:x', 'not a whole ARN'],
    ['arn:aws:s3:::a\u202eb', 'not a whole ARN'],
    [`arn:aws:s3:::${'a'.repeat(3000)}`, 'not a whole ARN'],
    ['arn:evil:s3:::logs', 'no partition "evil"'],
    ['arn:aws:sqs:cn-north-1:111122223333:jobs', '"cn-north-1" is no region of the partition aws'],
    ['arn:aws:sqs:eu-west-1.evil.example:111122223333:jobs', 'is no region'],
  ])('that is wrong is refused: %s', async (arn, why) => {
    expect(await find(await setUp(), arn)).toMatchObject({ kind: 'bad-input', message: expect.stringContaining(why) });
  });

  it('of an unknown kind opens where its service starts', async () => {
    const all = await setUp();
    const text = `arn:aws:es:eu-west-1:${ACCOUNT}:thing/x`;
    expect(await find(all, text)).toMatchObject({ what: 'the start page of OpenSearch' });
    await all.handlers.consoleLink({ profile: 'admin', resource: text }, context);
    expect(all.links.at(-1)).toMatchObject({
      page: '/aos/home?region=eu-west-1',
      region: 'eu-west-1',
      partition: 'aws',
    });
  });
});

describe('opening what was pasted', () => {
  it('goes to its page in its region, and a bucket to the region of the profile', async () => {
    const all = await setUp();
    const queue = `arn:aws:sqs:us-east-1:${ACCOUNT}:jobs`;
    expect(await all.handlers.openConsole({ profile: 'reader', resource: queue }, context)).toMatchObject({ ok: true });
    expect(all.links.at(-1)).toMatchObject({ region: 'us-east-1', page: expect.stringContaining('/sqs/v3/home') });
    await all.handlers.openConsole({ profile: 'reader', resource: 'arn:aws:s3:::logs' }, context);
    expect(all.links.at(-1)).toMatchObject({ region: 'eu-central-1', page: '/s3/buckets/logs?tab=objects' });
  });

  it('is refused in a profile that leads elsewhere, and left to one of which nothing is known', async () => {
    const all = await setUp();
    const resource = `arn:aws:sqs:us-east-1:${ACCOUNT}:jobs`;
    expect(await all.handlers.openConsole({ profile: 'other', resource }, context)).toMatchObject({
      failure: { kind: 'bad-input', message: expect.stringContaining(`does not lead to account ${ACCOUNT}`) },
    });
    expect(await all.handlers.openConsole({ profile: 'china', resource: 'arn:aws:s3:::logs' }, context)).toMatchObject({
      failure: { kind: 'bad-input', message: expect.stringContaining('the partition aws') },
    });
    expect(all.opened).toEqual([]);
    const known = await all.handlers.openConsole({ profile: 'tool', resource }, context);
    expect(known).not.toMatchObject({ failure: { kind: 'bad-input' } });
  });

  it('asks for the name of a careful profile, as every console of it does, and once for both', async () => {
    const all = await setUp();
    await all.handlers.markCareful({ profile: 'admin', careful: true }, context);
    const input = { profile: 'admin', resource: 'arn:aws:s3:::logs' };
    for (const call of ['openConsole', 'copyConsoleLink', 'consoleLink'] as const) {
      expect(await all.handlers[call](input, context)).toMatchObject({ failure: { kind: 'confirmation-required' } });
      const plain = { profile: 'admin' };
      expect(await all.handlers[call](plain, context)).toMatchObject({ failure: { kind: 'confirmation-required' } });
    }
    expect(all.links).toEqual([]);
    expect(await all.handlers.openConsole({ ...input, confirm: 'admin' }, context)).toMatchObject({ ok: true });
    expect(await all.handlers.switchProfile({ profile: 'admin' }, context)).toMatchObject({ ok: true });
  });

  it('is in the audit log: the ARN whole, of a link only that it was one', async () => {
    const all = await setUp();
    await all.handlers.openConsole({ profile: 'admin', resource: 'arn:aws:s3:::logs' }, context);
    const link = 'https://console.aws.amazon.com/s3/buckets?search=canary';
    await all.handlers.openConsole({ profile: 'admin', resource: link }, context);
    const lines = all.fakeAudit.entries.filter(({ event }) => event === 'console-open');
    expect(lines.map(({ detail }) => detail)).toEqual(['arn:aws:s3:::logs', 'link']);
  });
});
