import { until } from '../harness/processes.ts';
import type { Program } from '../harness/program.ts';
import { totpOf } from '../harness/totp.ts';

const DAY_MS = 86_400_000;
/** An authenticator shows a new code every 30 seconds. */
const STEP_MS = 30_000;

/** Shows each MFA code as it changes, until the person quits Rolecall or presses Ctrl+C. */
export async function stayOpen({ app, sandbox, desktop, cli }: Program): Promise<void> {
  let over = false;
  const end = () => {
    over = true;
  };
  app.process().once('exit', end);
  process.once('SIGINT', end);
  process.once('SIGTERM', end);

  await cli(['config', 'default', 'on']);
  console.log(`Rolecall is open, on an AWS that lives in this process. Nothing of yours is read or written.

Another terminal can be part of it:
  HOME=${desktop.home} aws sts get-caller-identity --endpoint-url ${sandbox.endpoints.sts}

Profiles such as "developer" ask for a code of ada's device. Each code works once. Quit Rolecall or press Ctrl+C to end.
`);
  let shownStep = 0;
  await until(
    'the end of the demo',
    async () => {
      const step = Math.floor(sandbox.clock.now() / STEP_MS);
      if (step !== shownStep)
        console.log(`${new Date().toLocaleTimeString()}  MFA code of ada: ${await totpOf(sandbox, 'ada')}`);
      shownStep = step;
      return over;
    },
    DAY_MS,
  );
}
