import { createOfflineConfig } from '../../electron/config/offline.ts';
import type { Figure } from '../figure.ts';
import { largeConfig } from '../lib/large-config.ts';
import { samples, timed } from '../lib/samples.ts';

export const configEdit: Figure = {
  name: 'config-edit',
  what: 'one key set in it, written safely',
  unit: 'ms',
  floor: 'config-write',
  async measure(rig) {
    const path = await largeConfig(rig);
    const files = createOfflineConfig({
      environment: { AWS_CONFIG_FILE: path, AWS_SHARED_CREDENTIALS_FILE: `${path}.credentials` },
      home: '/nowhere',
      launcher: '/nowhere/rolecall',
    });
    let round = 0;
    const edit = async () => {
      round += 1;
      const set = await files.set('account-5000-admin', 'region', `eu-test-${round}`);
      if (!set.ok || set.value.length === 0) throw new Error('nothing was written');
    };
    return samples(20, () => timed(edit), 3);
  },
};
