// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { PopoverApp } from '../app/popover-app.tsx';
import { SettingsApp } from '../app/settings-app.tsx';
import { type Answers, bad, createFakeClient, good } from '../fakes/fake-client.ts';
import { keyScenes } from '../fakes/key-scenes.ts';
import { noSessions, someRows } from '../fakes/profiles.ts';
import { createSettingsStore } from '../settings-store.ts';
import { createPopoverStore } from '../store.ts';

afterEach(cleanup);

const keys = keyScenes(Date.now());
const snapshot = { snapshot: () => good({ catalog: keys.catalog(someRows(Date.now())), sessions: noSessions }) };
const press = (name: string | RegExp, at = 0) =>
  act(async () => void fireEvent.click(screen.getAllByRole('button', { name })[at] as HTMLElement));

async function popover(answers: Answers = {}) {
  const fake = createFakeClient({ ...snapshot, ...keys.clear, ...answers });
  await act(async () => void render(<PopoverApp store={createPopoverStore(fake.client)} />));
  return fake;
}
async function settings(answers: Answers = {}) {
  const fake = createFakeClient({
    ...snapshot,
    ...keys.kept,
    ...keys.clear,
    settingsTarget: () => good({ section: 'access-keys' as const }),
    ...answers,
  });
  await act(async () => void render(<SettingsApp store={createSettingsStore(fake.client)} />));
  return fake;
}

/** By a screen reader. */
const said = () =>
  screen
    .getAllByRole('status')
    .map(({ textContent }) => textContent)
    .join();

it('moves a key out of the file: told, shown, done, and on to the tools', async () => {
  const edit = {
    files: [{ path: '/c', diff: '@@ -1 +1 @@\n-aws_secret_access_key = (hidden)\n' }],
    copies: ['/c.bak'],
  };
  const { askedFor } = await popover({
    takeKey: () => good(edit),
    previewTakeKey: () => good(edit),
    previewFileEdit: () => good({ path: '/x', diff: '' }),
  });
  await press('1 access key stands in clear');
  expect(screen.getByText(/legacy.* holds temporary credentials/)).toBeTruthy();
  await press('Move…');
  expect(screen.getByText('aws_secret_access_key = (hidden)')).toBeTruthy();
  expect(screen.getByText('/c.bak')).toBeTruthy();
  expect(askedFor('takeKey')).toEqual([]);
  await press('Move to the keychain');
  expect(askedFor('takeKey')).toEqual([{ profile: 'company' }]);
  expect(screen.getByText('The key of company is in the keychain.')).toBeTruthy();
  await press('Let tools ask Rolecall');
  expect(askedFor('previewFileEdit')).toEqual([{ edit: { kind: 'adopt', profile: 'company' } }]);
});

it('says why a key was not moved, and offers it again', async () => {
  const failure = { kind: 'key-invalid', message: 'AWS does not know it.', remedy: 'Look.' } as const;
  await popover({ takeKey: () => bad(failure) });
  await press('1 access key stands in clear');
  await press('Move…');
  await press('Move to the keychain');
  expect(screen.getByRole('alert').textContent).toContain('AWS does not know it.');
  expect(screen.getByRole('button', { name: 'Move to the keychain' })).toBeTruthy();
});

it('rotates after asking once more, shows where it is, can be stopped, and says the result', async () => {
  let finish = (_: unknown) => {};
  const { askedFor, emit } = await settings({
    rotateAccessKey: () => new Promise((resolve) => (finish = resolve)) as never,
  });
  await press('Rotate…');
  expect(askedFor('rotateAccessKey')).toEqual([]);
  await press('Rotate');
  expect(askedFor('rotateAccessKey')).toEqual([{ profile: 'company' }]);
  act(() => emit('rotationsChanged', [{ profile: 'company', step: 'proving' }]));
  expect(said()).toContain('Waiting until AWS takes the new key');
  await press('Stop');
  expect(askedFor('stopRotation')).toEqual([{ profile: 'company' }]);
  act(() => emit('rotationsChanged', []));
  await act(async () => finish(good({ accessKeyId: 'AKIA…NEW1', replaced: 'AKIA…OLD1' })));
  expect(said()).toContain('The old key AKIA…OLD1 is deleted');
});

it('says that IAM may hold two keys before it removes one whose rotation has not ended', async () => {
  const { askedFor } = await settings(keys.care);
  await press('Remove…', 0);
  expect(screen.queryByText(/IAM may hold two keys/)).toBeNull();
  await press('Cancel');
  expect(document.activeElement?.textContent, 'the focus comes back').toBe('Remove…');
  await press('Remove…', 1);
  expect(screen.getByText(/IAM may hold two keys/)).toBeTruthy();
  expect(askedFor('removeAccessKey')).toEqual([]);
});

it('asks AWS for age and use on demand only', async () => {
  const { askedFor } = await settings({ inspectAccessKey: () => good({ keys: [] }) });
  expect(askedFor('inspectAccessKey')).toEqual([]);
  await press('Ask AWS');
  expect(askedFor('inspectAccessKey')).toEqual([{ profile: 'company' }, { profile: 'contractor' }]);
});
