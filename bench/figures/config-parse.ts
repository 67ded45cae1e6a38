import { readFileSync } from 'node:fs';
import { loadSharedConfigFiles } from '@smithy/core/config';
import { parseAwsFiles } from '../../electron/config/parse-merge.ts';
import { startPython } from '../../scorecard/lib/python.ts';
import type { Figure } from '../figure.ts';
import { largeConfig } from '../lib/large-config.ts';
import { samples, timed } from '../lib/samples.ts';

const script = `
import sys, json, time
try:
    from botocore.configloader import load_config
except ImportError:
    try:
        from awscli.botocore.configloader import load_config
    except ImportError:
        sys.exit('botocore is not installed')
for line in sys.stdin:
    started = time.perf_counter()
    load_config(line.strip())
    print(json.dumps((time.perf_counter() - started) * 1000), flush=True)
`;

export const configBotocore: Figure = {
  name: 'config-botocore',
  what: 'botocore reads 10,000 profiles (2.5 MB)',
  unit: 'ms',
  async measure(rig) {
    const path = await largeConfig(rig);
    const python = startPython(script);
    try {
      return await samples(3, async () => (await python.ask(path)) as number);
    } catch (problem) {
      if (String(problem).includes('not installed')) return { skipped: 'botocore is not installed' };
      throw problem;
    } finally {
      await python.close();
    }
  },
};

export const configSdk: Figure = {
  name: 'config-sdk',
  what: 'the JavaScript SDK’s loader reads them',
  unit: 'ms',
  async measure(rig) {
    const path = await largeConfig(rig);
    const load = () => loadSharedConfigFiles({ ignoreCache: true, configFilepath: path, filepath: '/dev/null' });
    return samples(10, () => timed(load));
  },
};

export const configParse: Figure = {
  name: 'config-parse',
  what: 'Rolecall reads them, with every problem’s line',
  unit: 'ms',
  floor: 'config-sdk',
  async measure(rig) {
    const path = await largeConfig(rig);
    const parse = async () => {
      const config = { path, bytes: readFileSync(path) };
      const { profiles } = parseAwsFiles(config, { path: '', bytes: undefined });
      if (profiles.size !== 10_000) throw new Error(`${profiles.size} profiles`);
    };
    return samples(20, () => timed(parse), 3);
  },
};
