import { describeRuntime, executable, presentRuntime } from '../scripts/setup/runtime.mjs';
import type { Figure } from './figure.ts';
import { groups, long, peers } from './figures/all.ts';
import { machine } from './lib/machine.ts';
import { chosen, optionsOf } from './lib/options.ts';
import { entry, floorOf, line, type Outcome } from './lib/report.ts';
import { createRig, type Rig } from './rig.ts';

/**
 * `npm run bench [-- --json] [--only name,name] [--peers] [--long]`: Rolecall's figures
 * beside the floors of the same run. Nothing is asserted; the exit status is 1
 * only when a figure could not be taken.
 */
const options = optionsOf(process.argv.slice(2));
const runtime = presentRuntime();
if (!runtime) throw new Error('no Electron is set up yet: npm run setup');
const wanted = chosen([...groups, ...(options.long ? [long] : []), ...(options.peers ? [peers] : [])], options.only);
const here = machine(describeRuntime(runtime));

const rig = createRig(executable(runtime));
if (here.load > here.cores / 2) rig.note(`The machine was busy when this began (load ${here.load.toFixed(1)}).`);
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  // It comes twice, from the terminal and from the script that started this; the second must not cut the first short.
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void rig.close().finally(() => process.exit(130));
  });
}

const outcomes: Outcome[] = [];
const say = (text: string) => {
  if (!options.json) process.stdout.write(`${text}\n`);
};
try {
  say(`${here.electron} · Node ${here.node} · ${here.cores} × ${here.processor} · ${here.system}`);
  say('median (min–max, n samples); only the ratios travel from one machine to another');
  for (const { title, figures } of wanted) {
    say(`\n${title}`);
    for (const figure of figures) {
      const outcome = await measured(figure, rig);
      // What fails while it is being taken down says nothing.
      if (stopping) await new Promise(() => undefined);
      outcomes.push(outcome);
      say(line(outcome, floorOf(figure, outcomes)));
    }
  }
  for (const note of rig.notes()) say(`\n${note}`);
} finally {
  await rig.close();
}
if (options.json) {
  const figures = outcomes.map((outcome) => entry(outcome, floorOf(outcome.figure, outcomes)));
  process.stdout.write(
    `${JSON.stringify({ takenAt: Date.now(), machine: here, notes: rig.notes(), figures }, undefined, 2)}\n`,
  );
}
process.exitCode = outcomes.some(({ kind }) => kind === 'failed') ? 1 : 0;

async function measured(figure: Figure, on: Rig): Promise<Outcome> {
  try {
    const result = await figure.measure(on);
    if ('skipped' in result) return { kind: 'skipped', figure, why: result.skipped };
    return { kind: 'measured', figure, samples: result };
  } catch (problem) {
    return { kind: 'failed', figure, why: problem instanceof Error ? problem.message : String(problem) };
  }
}
