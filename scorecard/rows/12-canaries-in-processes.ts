import { type ChildProcess, spawn } from 'node:child_process';
import { end } from '../../e2e/harness/processes.ts';
import { holds } from '../../e2e/harness/traces.ts';
import { watchProcesses } from '../lib/process-watch.ts';
import { travelWithSecrets } from '../lib/secret-journey.ts';
import type { Row } from '../row.ts';

export const canariesInProcesses: Row = {
  number: 12,
  name: 'canaries in command lines, environments of others and stderr',
  target: '0',
  async run({ defended }) {
    const helpers: ChildProcess[] = [];
    const watch = watchProcesses();
    try {
      return await travelWithSecrets(
        {},
        // What many tools do: a helper that is told by its arguments and its environment.
        (answer) =>
          !defended &&
          helpers.push(spawn('sleep', ['60'], { argv0: answer, env: { ANSWER: answer }, stdio: 'ignore' })),
        async ({ secrets, stderr }) => judge(watch.stop(), secrets, stderr),
      );
    } finally {
      watch.stop();
      for (const helper of helpers) await end(helper);
    }
  },
};

function judge(
  notes: ReturnType<ReturnType<typeof watchProcesses>['stop']>,
  secrets: readonly string[],
  stderr: string,
) {
  const commands = notes.filter(({ where }) => where.endsWith('/cmdline'));
  // The commands live a fraction of a second: not to see them would be to see nothing.
  const seen = commands.filter(({ text }) => text.includes('dist/cli.js')).length;
  const found = notes.filter(({ text }) => holds(text, secrets)).length + Number(holds(stderr, secrets));
  return {
    figure: `${found} leaks of ${secrets.length} secrets; ${commands.length} command lines seen, ${seen} of them ours`,
    passed: found === 0 && seen >= 5 && stderr.includes('no-such-profile'),
  };
}
