import { readFileSync } from 'node:fs';
import { createAwsFiles } from '../../electron/config/aws-files.ts';
import { createCatalog } from '../../electron/core/catalog.ts';
import { defaultSettings } from '../../electron/core/settings.ts';
import type { Figure } from '../figure.ts';
import { timeToPainted, untilShown } from '../lib/framebuffer.ts';
import { largeConfig } from '../lib/large-config.ts';
import { startProgram } from '../lib/program.ts';
import { samples, timed } from '../lib/samples.ts';
import { settle } from '../lib/settle.ts';

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
  what: '10,000 profiles: start of load → rows of the list',
  unit: 'ms',
  floor: 'config-parse',
  async measure(rig) {
    const catalog = catalogOf(await largeConfig(rig));
    const taken = await samples(20, () => timed(() => catalog.refresh()), 3);
    const { rows } = catalog.view();
    if (rows.length !== 10_000) throw new Error(`${rows.length} rows`);
    return taken;
  },
};

export const listShown: Figure = {
  name: 'list-shown',
  what: 'popover of 10,000 profiles open → list painted, first time',
  unit: 'ms',
  floor: 'bare-window-first',
  measure: (rig) =>
    samples(5, async () => {
      const { screen } = await rig.desktop();
      const program = await startProgram(rig, { config: readFileSync(await largeConfig(rig), 'utf8') });
      await Promise.all([program.toTrayMs, program.toSocketMs]);
      await settle();
      const empty = screen.look();
      const ms = await timeToPainted(screen, () => program.call('showPopover', {}));
      await program.child.end();
      await untilShown(screen, empty);
      return ms;
    }),
};

/** From the window's wish to see the list to the last of it: what the window adds to one that is empty. */
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
