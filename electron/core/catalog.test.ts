import { describe, expect, it } from 'vitest';
import { createCatalog } from './catalog.ts';
import { createFakeWorld } from './fakes/fake-world.ts';

describe('the catalog', () => {
  it('goes on after a reading that failed, and says so', async () => {
    const fake = createFakeWorld({
      bob: { aws_access_key_id: 'AKIAIOSFODNN7EXAMPLE', aws_secret_access_key: 'canary' },
    });
    let broken = true;
    const files = {
      ...fake.world.files,
      read: async () => {
        if (broken) throw new TypeError('canary');
        return fake.world.files.read();
      },
    };
    const catalog = createCatalog({ files, settings: fake.world.settings });
    await catalog.refresh();
    expect(catalog.view().problems).toMatchObject([{ message: expect.stringContaining('TypeError') }]);
    expect(JSON.stringify(catalog.view())).not.toContain('canary');
    broken = false;
    await catalog.refresh();
    expect(catalog.view().problems).toEqual([]);
    expect(catalog.view().rows.map((row) => row.name)).toEqual(['bob']);
  });
});
