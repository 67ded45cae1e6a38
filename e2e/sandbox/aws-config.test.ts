import { expect, it } from 'vitest';
import { awsConfigFor, awsCredentialsFor } from './aws-config.ts';
import { createSandbox } from './sandbox.ts';

it('writes a config that reaches every role of the seed but those with special conditions', async () => {
  const sandbox = await createSandbox();
  const text = awsConfigFor(sandbox);
  const special = ['BreakGlass', 'Tagged'];
  for (const { name, arn } of sandbox.roles) {
    if (!special.includes(name)) expect(text).toContain(`role_arn = ${arn}\n`);
  }
  expect(text).toContain(`[profile ada]\nregion = eu-central-1\nmfa_serial = ${sandbox.user('ada').mfaSerial}\n`);
  expect(text).toContain('external_id = acme/billing-7');
  expect(text).not.toContain('undefined');
  for (const { secretAccessKey } of sandbox.users) expect(text).not.toContain(secretAccessKey);
  expect(awsCredentialsFor(sandbox, ['bob'])).toBe(
    '[bob]\naws_access_key_id = AKIAI44QH8DHBEXAMPLE\naws_secret_access_key = je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY\n',
  );
  await sandbox.close();
});
