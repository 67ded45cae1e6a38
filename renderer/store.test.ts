import { expect, it } from 'vitest';
import { type Answers, bad, createFakeClient, good } from './fakes/fake-client.ts';
import { aCatalog, anActive, aRow, noNetwork, noSessions } from './fakes/profiles.ts';
import { createPopoverStore } from './store.ts';

const catalog = aCatalog([aRow('a', { lastUsedAt: 1 }), aRow('b', { lastUsedAt: 2 }), aRow('c')]);

async function ready(answers: Answers = {}) {
  const fake = createFakeClient({ snapshot: () => good({ catalog, sessions: noSessions }), ...answers });
  const { store, actions, follow } = createPopoverStore(fake.client);
  const stop = follow();
  await actions.load();
  return { ...fake, state: store.getState, actions, stop };
}

it('selects the first row, and walks within the ends', async () => {
  const { state, actions } = await ready();
  expect(state().selected).toBe('b');
  actions.move('previous');
  expect(state().selected).toBe('b');
  actions.move('next');
  expect(state().selected).toBe('a');
  actions.move('page-down');
  expect(state().selected).toBe('c');
  actions.move('first');
  expect(state().selected).toBe('b');
});

it('keeps rows and selection where they are when something was just used, until it is shown again', async () => {
  const { state, actions, emit } = await ready();
  actions.move('last');
  emit(
    'catalogChanged',
    aCatalog([aRow('a', { lastUsedAt: 1 }), aRow('b', { lastUsedAt: 2 }), aRow('c', { lastUsedAt: 3 })]),
  );
  expect(state().selected).toBe('c');
  expect([...state().found.positions.keys()]).toEqual(['b', 'a', 'c']);
  await actions.shown();
  expect([...state().found.positions.keys()]).toEqual(['c', 'b', 'a']);
});

it('selects another row when the selected one leaves the file', async () => {
  const { state, emit } = await ready();
  emit('catalogChanged', aCatalog([aRow('c')]));
  expect(state().selected).toBe('c');
  emit('catalogChanged', aCatalog([]));
  expect(state().selected).toBeNull();
});

it('says a failure once: in the row when the row knows, in the note when it does not', async () => {
  const { state, actions, emit } = await ready({ switchProfile: () => bad(noNetwork) });
  await actions.switchTo('a');
  expect(state().failure).toEqual(noNetwork);
  actions.dismiss();
  emit('sessionsChanged', {
    activeProfile: null,
    byProfile: { a: { state: 'failed', failure: noNetwork, failedAt: 1 } },
  });
  await actions.switchTo('a');
  expect(state().failure).toBeNull();
});

it('takes a cancel for what it is', async () => {
  const { state, actions } = await ready({ switchProfile: () => bad({ ...noNetwork, kind: 'cancelled' }) });
  await actions.switchTo('a');
  expect(state().failure).toBeNull();
});

it('keeps the list on screen when a later snapshot fails', async () => {
  let answer: unknown = good({ catalog, sessions: noSessions });
  const { state, actions } = await ready({ snapshot: () => answer as never });
  answer = bad(noNetwork);
  await actions.load();
  expect(state()).toMatchObject({ status: 'ready', failure: noNetwork });
  expect(state().found.rowItems).toHaveLength(3);
});

it('signs out only of what there is', async () => {
  const { actions, emit, askedFor } = await ready();
  expect(actions.signOut('a')).toBe(false);
  emit('sessionsChanged', { activeProfile: 'a', byProfile: { a: anActive(0, 60_000) } });
  expect(actions.signOut('a')).toBe(true);
  expect(askedFor('signOut')).toEqual([{ profile: 'a' }]);
});

it('goes one step back at a time on Escape', async () => {
  const { state, actions, askedFor } = await ready();
  actions.search('a');
  actions.show({ kind: 'problems' });
  actions.openMenu(true);
  await actions.escape();
  expect(state()).toMatchObject({ menuOpen: false, panel: { kind: 'problems' } });
  await actions.escape();
  expect(state()).toMatchObject({ panel: null, query: 'a' });
  await actions.escape();
  expect(state().query).toBe('');
  expect(askedFor('closeWindow')).toHaveLength(0);
  await actions.escape();
  expect(askedFor('closeWindow')).toHaveLength(1);
});

it('selects what was used before the active role, so that Enter goes back and forth', async () => {
  const { state, actions, emit } = await ready();
  expect(state().selected).toBe('b');
  emit('sessionsChanged', { activeProfile: 'b', byProfile: { b: anActive(0, 60_000) } });
  await actions.shown();
  expect(state().selected).toBe('a');
  expect([...state().found.positions.keys()]).toEqual(['b', 'a', 'c']);
  emit('sessionsChanged', { activeProfile: 'b', byProfile: { b: { state: 'expired', expiredAt: 0 } } });
  await actions.shown();
  expect(state().selected).toBe('b');
});

it('takes the name of a service alone for the console of the active role', async () => {
  const { state, actions, emit } = await ready();
  emit('sessionsChanged', { activeProfile: 'a', byProfile: { a: anActive(0, 60_000) } });
  actions.search('s3');
  expect(state()).toMatchObject({ selected: 'a', service: { path: 's3' } });
  expect(state().found.rowItems).toHaveLength(3);
  emit('catalogChanged', aCatalog([aRow('a'), aRow('s3-backup')]));
  actions.search('s3');
  expect(state()).toMatchObject({ selected: 's3-backup', service: null });
});
