import { expect, it } from 'vitest';
import { failure } from '../core/failure.ts';
import { runFake } from './fake-world.ts';

const row = {
  name: 'prod',
  kind: 'role',
  needsCode: false,
  pinned: false,
  careful: false,
  adopted: false,
  tags: ['a', 'b'],
};
const snapshot = {
  catalog: { rows: [row], problems: [], defaultHandedOver: false },
  sessions: { activeProfile: null, byProfile: {} },
};

it('says how a profile is filed', async () => {
  const run = await runFake(['label', 'prod'], { answers: { snapshot } });
  expect(run).toMatchObject({ status: 0, stdout: 'Folder  -\nTags    a, b\n' });
  expect((await runFake(['label', 'nobody'], { answers: { snapshot } })).stderr).toContain('no profile "nobody"');
});

it('files it, and changes only what is named', async () => {
  const sentBy = async (...argv: string[]) => {
    const run = await runFake(['label', 'prod', ...argv], { answers: { snapshot, labelProfile: {} } });
    return run.sent.find(({ name }) => name === 'labelProfile')?.input;
  };
  expect(await sentBy('--folder', 'pay')).toEqual({ profile: 'prod', folder: 'pay' });
  expect(await sentBy('--no-folder')).toEqual({ profile: 'prod', folder: null });
  expect(await sentBy('--tag', 'c', 'd', '--untag', 'a')).toEqual({
    profile: 'prod',
    folder: undefined,
    tags: ['b', 'c', 'd'],
  });
});

it('says what is wrong with a tag', async () => {
  const failures = { labelProfile: failure('bad-input', 'a tag has no comma', 'Correct it.') };
  const run = await runFake(['label', 'prod', '--tag', 'x,y'], { answers: { snapshot }, failures });
  expect(run).toMatchObject({ status: 1, stderr: expect.stringContaining('a tag has no comma') });
});
