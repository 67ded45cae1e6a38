import { readFileSync } from 'node:fs';
import { sdkClients } from './harness/sdk-clients.ts';
import { expect, test } from './harness/test.ts';
import { totpOf } from './harness/totp.ts';

test('the AWS CLI, boto3 and the JavaScript SDK get an adopted profile’s credentials', async ({ program }) => {
  const rolecall = await program({ keys: ['ada'] });
  const { cli, aws, sandbox, configFile } = rolecall;
  const clients = { 'AWS CLI': aws.identity, ...sdkClients(rolecall) };
  const before = readFileSync(configFile);

  expect(await cli(['config', 'adopt', 'developer'])).toMatchObject({ status: 0 });
  expect(await cli(['switch', 'developer', '--mfa-code-stdin'], { input: await totpOf(sandbox, 'ada') })).toMatchObject(
    { status: 0 },
  );
  const count = () => sandbox.requests().filter(({ action }) => action === 'AssumeRole').length;
  const assumed = count();
  for (const [name, identity] of Object.entries(clients)) {
    await test.step(name, async () => {
      expect((await identity('developer')).Arn).toMatch(/:assumed-role\/Developer\//);
    });
  }
  expect(count(), 'all of them were given what was there').toBe(assumed);

  await test.step('a refusal is in the words of each', async () => {
    await cli(['sign-out', 'developer']);
    for (const [name, identity] of Object.entries(clients))
      await expect(identity('developer'), name).rejects.toThrow(/signed out|process|credential/i);
  });

  await test.step('released, the file is what it was, to the byte', async () => {
    expect(await cli(['config', 'release', 'developer'])).toMatchObject({ status: 0 });
    expect(readFileSync(configFile).equals(before)).toBe(true);
  });
});
