import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAwsFiles } from '../../electron/config/aws-files.ts';
import { bytesOf, byteText } from '../../electron/config/bytes.ts';
import { setKey, unsetKey } from '../../electron/config/edit.ts';
import type { Target } from '../../electron/config/edit-find.ts';
import type { FileEdit } from '../../electron/core/contract.ts';
import type { AwsFiles } from '../../electron/core/ports.ts';
import { ok, type Result } from '../../electron/core/result.ts';
import { realFiles, validFile } from '../lib/config-files.ts';
import { safeWriter } from '../lib/writers.ts';
import type { Row } from '../row.ts';

type Apply = (edit: FileEdit) => Promise<Result<unknown>>;

/** Releases by setting the values again, as one would who kept them somewhere else. */
const forgetful =
  (port: AwsFiles, path: string): Apply =>
  async (edit) => {
    if (edit.kind !== 'release') return port.apply(edit);
    const at: Target = { file: 'config', kind: 'profile', name: edit.profile };
    const values = (await port.read()).profiles.get(edit.profile) ?? {};
    return safeWriter(path, (bytes) => {
      let text = byteText(bytes);
      const parked = Object.entries(values).filter(([key]) => key.startsWith('rolecall_'));
      for (const [key, value] of [['credential_process', undefined] as const, ...parked]) {
        const gone = unsetKey(text, at, key);
        if (gone.ok) text = gone.value;
        const back = typeof value === 'string' ? setKey(text, at, key.slice('rolecall_'.length), value) : undefined;
        if (back?.ok) text = back.value;
      }
      return ok(bytesOf(text));
    });
  };

export const adopt: Row = {
  number: 10,
  name: 'adopt and release in any order, then take all back as an uninstall does',
  target: 'byte-identical',
  async run({ random, quick, defended, folder }) {
    const real = realFiles();
    const generated = Array.from({ length: quick ? 10 : 200 }, () =>
      validFile(random, ['default', 'base', 'dev', 'prod', 'x.y', 'last'].slice(random.below(2))),
    );
    let adopted = 0;
    let different = 0;
    for (const text of [...real, ...generated]) {
      const home = folder();
      mkdirSync(join(home, '.aws'));
      const path = join(home, '.aws/config');
      const before = Buffer.from(text, 'latin1');
      writeFileSync(path, before);
      const port = createAwsFiles({ environment: {}, home, launcher: '/some where/bin/rolecall' });
      const apply: Apply = defended ? port.apply : forgetful(port, path);
      const names = [...(await port.read()).profiles.keys()].filter((name) => name !== 'default');
      const taken = new Set<string>();
      for (let step = 0; step < 12 && names.length > 0; step++) {
        const profile = random.pick(names);
        const kind = random.pick(['adopt', 'adopt', 'release'] as const);
        const done = await apply({ kind, profile });
        if (!done.ok) continue;
        if (kind === 'adopt') taken.add(profile);
        else taken.delete(profile);
        adopted += kind === 'adopt' ? 1 : 0;
      }
      const handedOver = await apply({ kind: 'hand-over-default' });
      if (handedOver.ok)
        for (const region of ['us-east-1', 'eu-central-1', 'us-east-1'])
          await apply({ kind: 'default-region', region });
      // The uninstall: all of it back, in the order in which it happens to be found.
      for (const profile of taken) await apply({ kind: 'release', profile });
      await apply({ kind: 'take-back-default' });
      if (!readFileSync(path).equals(before) || existsSync(join(home, '.aws/credentials'))) different += 1;
    }
    const files = real.length + generated.length;
    return {
      figure: `${files - different} of ${files} files identical, after ${adopted} adoptions`,
      passed: different === 0 && adopted > files,
    };
  },
};
