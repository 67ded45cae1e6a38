import { appendFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { until } from '../../e2e/harness/processes.ts';
import { filesWith } from '../../e2e/harness/traces.ts';
import { type Journey, travelWithSecrets } from '../lib/secret-journey.ts';
import type { Row } from '../row.ts';

export const canariesOnDisk: Row = {
  number: 11,
  name: 'canaries in logs, settings, audit log, temporary files and crash dumps',
  target: '0',
  async run({ defended, folder }) {
    const temporary = folder();
    // What many programs do: a log of all they were told and answered.
    const log = (answer: string, settingsFile: string) =>
      appendFileSync(join(dirname(settingsFile), 'debug.log'), answer);
    return travelWithSecrets(
      { TMPDIR: temporary },
      (answer, { settingsFile }) => !defended && existsSync(settingsFile) && log(answer, settingsFile),
      (journey) => search(journey, temporary),
    );
  },
};

async function search({ place, pid, secrets }: Journey, temporary: string) {
  // A crash with the secrets in memory: what it dumps must be found, too.
  process.kill(pid, 'SIGABRT');
  await until('the crashed program to be gone', () => !existsSync(`/proc/${pid}`));
  const audit = join(place.launcher, '../../audit');
  // A search that finds nothing at all proves nothing.
  for (const control of ['"profile":"developer"', 'assumed-role/Developer/']) {
    if (filesWith(audit, [control]).length === 0) throw new Error(`the audit log does not hold ${control}`);
  }
  const places = [join(place.desktop.home, '..'), temporary];
  const found = places.flatMap((each) => filesWith(each, secrets));
  const searched = places.flatMap((each) => filesWith(each, [''])).length;
  const shown = found.length > 0 ? `: ${found.slice(0, 3).join(', ')}` : '';
  return {
    figure: `${found.length} of ${searched} files hold one of ${secrets.length} secrets${shown}`,
    passed: found.length === 0 && searched > 10,
  };
}
