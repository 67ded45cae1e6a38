import type { Sandbox } from '../../e2e/sandbox/sandbox.ts';
import { createSts } from '../../electron/aws/sts.ts';
import type { SectionValues } from '../../electron/core/aws-files.ts';
import { createFakeWorld } from '../../electron/core/fakes/fake-world.ts';
import { createRolecall, type Rolecall } from '../../electron/core/rolecall.ts';
import { createAwsClock } from '../../electron/core/time/aws-clock.ts';
import { createClock } from '../../electron/host/clock.ts';

/** The domain as it runs, with AWS's real adapter; files, keychain and person are fakes. */
export async function startProgram(profiles: Record<string, SectionValues>): Promise<Rolecall> {
  const clock = createClock();
  const { world } = createFakeWorld(profiles);
  const rolecall = createRolecall({ ...world, clock, awsClock: createAwsClock({ clock }), sts: createSts() });
  await rolecall.start();
  return rolecall;
}

/** A user's profile with its key in clear, as it stands in the user's file. */
export function userProfile(sandbox: Sandbox, name: string): Record<string, string> {
  const { accessKeyId, secretAccessKey } = sandbox.user(name);
  return { aws_access_key_id: accessKeyId, aws_secret_access_key: secretAccessKey };
}
