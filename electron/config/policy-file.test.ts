import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { policyFileReader } from './policy-file.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'policy-file-'));
  mkdirSync(join(home, '.aws'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

describe('the file of a session policy', () => {
  it('is found beside the config file, below the home directory, and anywhere', async () => {
    const read = policyFileReader({ HOME: home }, home);
    writeFileSync(join(home, '.aws', 'read.json'), '{"a":1}');
    writeFileSync(join(home, 'own.json'), '{"b":2}');
    expect(await read('read.json')).toEqual({ ok: true, value: '{"a":1}' });
    expect(await read('~/own.json')).toEqual({ ok: true, value: '{"b":2}' });
    expect(await read(join(home, 'own.json'))).toEqual({ ok: true, value: '{"b":2}' });
  });

  it('that is missing, a folder or far too large is a failure that names it', async () => {
    const read = policyFileReader({ HOME: home }, home);
    writeFileSync(join(home, 'large.json'), ' '.repeat(70_000));
    for (const path of ['nowhere.json', home, '~/large.json'])
      expect(await read(path)).toMatchObject({
        failure: { kind: 'file-unreadable', message: expect.stringContaining(home) },
      });
  });
});
