import { expect, it } from 'vitest';
import type { CallContext } from '../dispatch.ts';
import { createFakeWorld } from '../fakes/fake-world.ts';
import { createRolecall } from '../rolecall.ts';

const arn = 'arn:aws:iam::012345678901:role/Admin';
const context: CallContext = { door: 'settings', asker: { through: 'tray' }, signal: new AbortController().signal };

async function handlersOf(profiles: Record<string, Record<string, string>>) {
  const rolecall = createRolecall(createFakeWorld(profiles).world);
  await rolecall.start();
  return rolecall.handlers;
}

it('tells the steps of a chain without key, command or policy', async () => {
  const handlers = await handlersOf({
    keys: { aws_access_key_id: 'AKIAIOSFODNN7EXAMPLE', aws_secret_access_key: 'canary-secret' },
    tool: { credential_process: 'tool --token canary-command' },
    admin: {
      role_arn: arn,
      source_profile: 'keys',
      rolecall_session_tags: 'team=a',
      rolecall_session_policy: '{"c":"canary-policy"}',
    },
    other: { role_arn: arn, source_profile: 'tool' },
  });
  const admin = await handlers.profileDetails({ profile: 'admin' }, context);
  expect(admin).toMatchObject({
    value: {
      hops: [
        { kind: 'access-key', profile: 'keys', store: 'file' },
        {
          kind: 'assume-role',
          roleName: 'Admin',
          hasPolicy: true,
          tags: [{ key: 'team', value: 'a', transitive: false }],
        },
      ],
    },
  });
  const other = await handlers.profileDetails({ profile: 'other' }, context);
  expect(other).toMatchObject({ value: { hops: [{ kind: 'credential-process' }, { kind: 'assume-role' }] } });
  expect(JSON.stringify([admin, other])).not.toMatch(/canary|AKIAIOSFODNN7EXAMPLE/);
});

it('tells what is known of a chain that breaks off, and where', async () => {
  const handlers = await handlersOf({ admin: { role_arn: arn, source_profile: 'gone', region: 'eu-west-1' } });
  expect(await handlers.profileDetails({ profile: 'admin' }, context)).toMatchObject({
    value: {
      hops: [{ kind: 'assume-role', profile: 'admin' }],
      failure: { kind: 'chain-missing', profile: 'admin' },
      written: { region: 'eu-west-1' },
    },
  });
});

it('writes no value that AWS would refuse', async () => {
  const handlers = await handlersOf({ admin: { role_arn: arn, source_profile: 'keys' } });
  const edit = { kind: 'set-key', profile: 'admin', key: 'duration_seconds', value: '1h' } as const;
  const refused = { ok: false, failure: { kind: 'parameter-invalid', profile: 'admin' } };
  expect(await handlers.previewFileEdit({ edit }, context)).toMatchObject(refused);
  expect(await handlers.applyFileEdit({ edit }, context)).toMatchObject(refused);
});
