import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeWayBack } from './way-back.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rc-'));
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

const wayBack = () => ({
  launcher: join(folder, 'bin', 'rolecall'),
  launcherOf: { socket: '/run/rolecall.sock', command: ['/opt/rolecall'], env: {} },
  launchRecord: join(folder, 'launch.json'),
  record: { command: ['/opt/rolecall'], environment: {} },
});

describe('the way back to the program', () => {
  it('is the launcher and the record', async () => {
    expect(await writeWayBack(wayBack())).toEqual({ ok: true, value: undefined });
    expect(readFileSync(join(folder, 'bin', 'rolecall'), 'utf8')).toContain('/opt/rolecall');
    expect(JSON.parse(readFileSync(join(folder, 'launch.json'), 'utf8'))).toEqual(wayBack().record);
  });

  it('that cannot be written is a failure with the place and the remedy, and the other half is written', async () => {
    writeFileSync(join(folder, 'bin'), 'something else');
    expect(await writeWayBack(wayBack())).toMatchObject({
      failure: { kind: 'file-write', message: expect.stringContaining(join(folder, 'bin', 'rolecall')) },
    });
    expect(JSON.parse(readFileSync(join(folder, 'launch.json'), 'utf8'))).toEqual(wayBack().record);
  });
});
