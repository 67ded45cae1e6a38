import { readFileSync } from 'node:fs';
import { createAwsFiles } from '../../electron/config/aws-files.ts';
import { createCatalog } from '../../electron/core/catalog.ts';
import { failure } from '../../electron/core/failure.ts';
import { createListView } from '../../electron/core/list/list-view.ts';
import { failed } from '../../electron/core/result.ts';
import { defaultSettings } from '../../electron/core/settings.ts';
import type { Figure } from '../figure.ts';
import { largeConfig } from '../lib/large-config.ts';
import { startProgram } from '../lib/program.ts';
import { samples, timed } from '../lib/samples.ts';

/** The catalogue of a config file, as the program makes it. */
export function catalogOf(path: string) {
  const files = createAwsFiles({
    environment: { AWS_CONFIG_FILE: path, AWS_SHARED_CREDENTIALS_FILE: `${path}.credentials` },
    home: '/nowhere',
    launcher: '/nowhere/rolecall',
  });
  const settings = { get: () => defaultSettings, update: async () => ({ ok: true, value: undefined }) as const };
  return createCatalog({ files, settings });
}

export const listRead: Figure = {
  name: 'list-read',
  what: '10,000 profiles: start of load → the lines first seen',
  unit: 'ms',
  floor: 'config-parse',
  async measure(rig) {
    const catalog = catalogOf(await largeConfig(rig));
    const list = createListView({
      catalog,
      sessions: () => ({ activeProfile: null, byProfile: {} }),
      findConsole: { find: () => failed(failure('bad-input', 'nothing is looked for', '')) },
    });
    const load = async () => {
      await catalog.refresh();
      const { rowCount } = list.look({ query: '', from: 0, count: 64, afresh: true });
      if (rowCount !== 10_000) throw new Error(`${rowCount} rows`);
    };
    return samples(20, () => timed(load), 3);
  },
};

/** What `rolecall list` and the settings window are given. */
export const listSent: Figure = {
  name: 'list-sent',
  what: '10,000 profiles: snapshot through the local socket, parsed',
  unit: 'ms',
  floor: 'raw-socket',
  async measure(rig) {
    const program = await startProgram(rig, { config: readFileSync(await largeConfig(rig), 'utf8') });
    await program.toSocketMs;
    const taken = await samples(20, () => timed(() => program.call('snapshot', {})), 3);
    await program.child.end();
    return taken;
  },
};
