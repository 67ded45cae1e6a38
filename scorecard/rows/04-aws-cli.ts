import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesOf, byteText } from '../../electron/config/bytes.ts';
import { setKey } from '../../electron/config/edit.ts';
import { parseFile } from '../../electron/config/parse-meaning.ts';
import { startPython } from '../lib/python.ts';
import { safeWriter, writerWithoutCompare } from '../lib/writers.ts';
import type { Row } from '../row.ts';

/** `aws configure set` itself, started once: its interpreter alone takes half a second. */
const script = `
import sys, json
from awscli.clidriver import create_clidriver
driver = create_clidriver()
for line in sys.stdin:
    print(json.dumps(driver.main(['configure', 'set', 'counter', line.strip(), '--profile', 'theirs'])), flush=True)
`;

/**
 * AWS CLI takes no lock and writes back what it read, so it may overwrite an edit
 * of ours; that is counted apart. What must never be is that its edit goes by us.
 */
export const besideAwsCli: Row = {
  number: 4,
  name: '`aws configure set` writing at the same time',
  target: '0 losses by us',
  async run({ random, quick, defended, folder }) {
    const home = folder();
    const path = join(home, 'config');
    writeFileSync(path, '# mine\n[profile theirs]\ncounter = 0\n[profile ours]\ncounter = 0\n');
    chmodSync(path, 0o600);
    const cli = startPython(script, { HOME: home, AWS_CONFIG_FILE: path, AWS_EC2_METADATA_DISABLED: 'true' });
    const write = defended ? safeWriter : writerWithoutCompare;
    const rounds = quick ? 40 : 1000;
    let byUs = 0;
    let byThem = 0;
    let refused = 0;
    try {
      await cli.ask('0');
      for (let round = 1; round <= rounds; round++) {
        const theirs = cli.ask(String(round));
        // They take some milliseconds to the write: ours begins anywhere in that time.
        await new Promise((resolve) => setTimeout(resolve, random.below(12)));
        const ours = await write(path, (bytes) => {
          const set = setKey(byteText(bytes), profile, 'counter', String(round));
          return set.ok ? { ok: true, value: bytesOf(set.value) } : set;
        });
        await theirs;
        if (!ours.ok) refused += 1;
        const { profiles } = parseFile(readFileSync(path), 'config', path);
        if (profiles.get('theirs')?.counter !== String(round)) byUs += 1;
        if (ours.ok && profiles.get('ours')?.counter !== String(round)) byThem += 1;
      }
    } finally {
      await cli.close();
    }
    if (!readFileSync(path, 'utf8').startsWith('# mine\n')) byUs += 1;
    return {
      figure: `${byUs} losses by us in ${rounds} rounds (AWS CLI overwrote ours ${byThem} times, ${refused} refused)`,
      passed: byUs === 0,
    };
  },
};

const profile = { file: 'config', kind: 'profile', name: 'ours' } as const;
