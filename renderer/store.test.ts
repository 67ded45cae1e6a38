import { describe, expect, it } from 'vitest';
import { type Answers, bad, createFakeClient, good } from './fakes/fake-client.ts';
import { aCatalog, anActive, aRow, brokenRow, manyRows, noNetwork, noSessions } from './fakes/profiles.ts';
import { createPopoverStore } from './store.ts';

const catalog = aCatalog([aRow('a', { lastUsedAt: 1 }), aRow('b', { lastUsedAt: 2 }), aRow('c')]);

async function ready(answers: Answers = {}) {
  const fake = createFakeClient({ snapshot: () => good({ catalog, sessions: noSessions }), ...answers });
  const { store, actions, follow } = createPopoverStore(fake.client);
  const stop = follow();
  await actions.load();
  const listed = () =>
    [...store.getState().lines.known.values()].flatMap((item) => (item.kind === 'row' ? [item.row.name] : []));
  /** What was asked meanwhile is answered. */
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return { ...fake, store, state: store.getState, actions, stop, listed, settled };
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

it('keeps rows and selection where they are when something was just used, until it is hidden', async () => {
  const { state, actions, emitCatalog, listed, settled } = await ready();
  actions.move('last');
  emitCatalog(aCatalog([aRow('a', { lastUsedAt: 1 }), aRow('b', { lastUsedAt: 2 }), aRow('c', { lastUsedAt: 3 })]));
  await settled();
  expect(state().selected).toBe('c');
  expect(listed()).toEqual(['b', 'a', 'c']);
  await actions.hidden();
  expect(listed()).toEqual(['c', 'b', 'a']);
});

it('selects another row when the selected one leaves the file', async () => {
  const { state, emitCatalog, settled } = await ready();
  emitCatalog(aCatalog([aRow('c')]));
  await settled();
  expect(state().selected).toBe('c');
  emitCatalog(aCatalog([]));
  await settled();
  expect(state().selected).toBeNull();
});

describe('when what it was opened for is done', () => {
  const done = () => good({ profile: 'b', expiresAt: 1, durationSeconds: 3600 });

  it('the list goes after a switch', async () => {
    const { actions, askedFor } = await ready({ switchProfile: done });
    await actions.search('b');
    await actions.take('b');
    expect(askedFor('leaveList')).toHaveLength(1);
  });

  it('the list goes after a console, also from its panel, and after a terminal that asks Rolecall', async () => {
    const terminal = (adopted: boolean) => () => good({ adopted });
    const { actions, askedFor } = await ready({ openConsole: () => good({}), openTerminal: terminal(true) });
    await actions.openConsole('b');
    actions.show({ kind: 'console', profile: 'b' });
    await actions.openConsole('b', {});
    expect(askedFor('leaveList')).toHaveLength(2);
    await actions.openTerminal('b');
    expect(askedFor('leaveList')).toHaveLength(3);
    const other = await ready({ openTerminal: terminal(false) });
    await other.actions.openTerminal('b');
    expect(other.askedFor('leaveList')).toHaveLength(0);
  });

  it('the list goes when the settings come', async () => {
    const { actions, askedFor } = await ready({ showSettings: () => good({}) });
    await actions.openSettings({});
    expect(askedFor('leaveList')).toHaveLength(1);
  });

  it.each<[string, (popover: Awaited<ReturnType<typeof ready>>) => unknown]>([
    ['typed on', ({ actions }) => actions.search('c')],
    ['moved the selection', ({ actions }) => actions.move('next')],
    ['opened a panel', ({ actions }) => actions.show({ kind: 'problems' })],
    ['opened the menu', ({ actions }) => actions.openMenu(true)],
    ['closed the list and opened it again', ({ actions }) => actions.hidden().then(actions.shown)],
  ])('the list stays for a person who %s meanwhile', async (_, goOn) => {
    let answer = (_: ReturnType<typeof done>) => {};
    const answered = new Promise<ReturnType<typeof done>>((resolve) => {
      answer = resolve;
    });
    const popover = await ready({ switchProfile: () => answered });
    const switching = popover.actions.switchTo('b');
    await goOn(popover);
    answer(done());
    await switching;
    expect(popover.askedFor('leaveList')).toHaveLength(0);
  });

  it('or failed, the list stays', async () => {
    const { actions, askedFor } = await ready({ switchProfile: () => bad(noNetwork) });
    await actions.switchTo('b');
    expect(askedFor('leaveList')).toHaveLength(0);
  });
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
  expect(state()).toMatchObject({ failure: null, announcement: `${noNetwork.message} ${noNetwork.remedy}` });
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
  expect(state().lines.rowCount).toBe(3);
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

it('selects the role that was active before, whatever was used in between', async () => {
  const { state, actions, emit, emitCatalog } = await ready();
  emit('sessionsChanged', { activeProfile: 'a', byProfile: { a: anActive(0, 60_000) } });
  emitCatalog(
    aCatalog([
      aRow('a', { lastUsedAt: 4, lastSwitchedAt: 4 }),
      aRow('b', { lastUsedAt: 1, lastSwitchedAt: 1 }),
      aRow('console-only', { lastUsedAt: 3 }),
    ]),
  );
  await actions.hidden();
  expect(state()).toMatchObject({ selected: 'b' });
});

it('selects what was used before the active role, so that Enter goes back and forth', async () => {
  const { state, actions, emit, listed, settled } = await ready();
  expect(state().selected).toBe('b');
  emit('sessionsChanged', { activeProfile: 'b', byProfile: { b: anActive(0, 60_000) } });
  await actions.hidden();
  expect(state().selected).toBe('a');
  expect(listed()).toEqual(['b', 'a', 'c']);
  emit('sessionsChanged', { activeProfile: 'b', byProfile: { b: { state: 'expired', expiredAt: 0 } } });
  await settled();
  expect(state().selected).toBe('b');
});

it('takes the name of a service alone for the console of the active role', async () => {
  const { state, actions, emit, emitCatalog } = await ready();
  emit('sessionsChanged', { activeProfile: 'a', byProfile: { a: anActive(0, 60_000) } });
  actions.search('s3');
  expect(state()).toMatchObject({ selected: 'a', service: { path: 's3' }, lines: { rowCount: 3 } });
  emitCatalog(aCatalog([aRow('a'), aRow('s3-backup')]));
  actions.search('s3');
  expect(state()).toMatchObject({ selected: 's3-backup', service: null });
});

describe('groups', () => {
  const rows = ['a', 'b', 'c', 'd'].map((name, at) =>
    aRow(name, { accountId: at < 2 ? '111122223333' : '444455556666', accountName: at < 2 ? 'One' : 'Two' }),
  );
  const grouped = async () => {
    const made = await ready({ snapshot: () => good({ catalog: aCatalog(rows), sessions: noSessions }) });
    await made.actions.groupBy('account');
    await made.settled();
    return made;
  };
  const shown = (state: Awaited<ReturnType<typeof ready>>['state']) =>
    [...state().lines.known.values()].map((item) => (item.kind === 'row' ? item.row.name : item.label));

  it('are folded from within, passed over by one step, and opened where one stands', async () => {
    const { state, actions, settled } = await grouped();
    expect(shown(state)).toEqual(['One', 'a', 'b', 'Two', 'c', 'd']);
    actions.move('next');
    expect(actions.foldSelected()).toBe(true);
    await settled();
    expect(shown(state)).toEqual(['One', 'Two', 'c', 'd']);
    expect(state()).toMatchObject({ selected: null, selectedHeading: { label: 'One', count: 2, folded: true } });
    actions.move('next');
    expect(state().selected).toBe('c');
    actions.move('previous');
    expect(actions.foldSelected(), 'a folded one is folded').toBe(false);
    expect(actions.openSelected()).toBe(true);
    await settled();
    expect(state().selected).toBe('a');
    expect(actions.openSelected()).toBe(false);
  });

  it('keep the selection when another one is folded by the mouse', async () => {
    const { state, actions } = await grouped();
    await actions.fold('account:444455556666', true, 'a');
    expect(state().selected).toBe('a');
    await actions.fold('account:111122223333', true, 'a');
    expect(state().selectedHeading?.label).toBe('One');
  });

  it('are all folded and all opened', async () => {
    const { state, actions } = await grouped();
    await actions.foldAll(true);
    expect(shown(state)).toEqual(['One', 'Two']);
    expect(state().lines).toMatchObject({ rowCount: 4, stops: 2 });
    await actions.foldAll(false);
    expect(shown(state)).toHaveLength(6);
  });

  it('have no headings in a search, which finds what is in folded ones', async () => {
    const { state, actions } = await grouped();
    await actions.foldAll(true);
    actions.search('b');
    expect(shown(state)).toEqual(['b']);
    expect(actions.foldSelected()).toBe(false);
  });
});

it('acts on what a search finds, not on what stood there before it was answered', async () => {
  const { actions } = await ready();
  const meant: string[] = [];
  const searched = actions.searchComposed('c');
  actions.onSelected((profile) => meant.push(profile));
  expect(meant).toEqual([]);
  await searched;
  expect(meant).toEqual(['c']);
});

it('takes the answer to the last key only, in whatever order answers come', async () => {
  const held: (() => void)[] = [];
  const row = (name: string) => ({ kind: 'row' as const, row: aRow(name), position: 1 });
  const answer = (name: string) =>
    good({
      ...{
        revision: 1,
        byOtherwise: false,
        groupBy: 'none' as const,
        itemCount: 1,
        rowCount: 1,
        stops: 1,
        headings: [],
        folded: [],
        from: 0,
        also: [],
      },
      items: [row(name)],
      selected: row(name),
    });
  const { state, actions } = await ready({
    listProfiles: ({ query }: { query: string }) =>
      query === '' ? answer('a') : new Promise((resolve) => held.push(() => resolve(answer(query)))),
  });
  const first = actions.searchComposed('b');
  const second = actions.searchComposed('bc');
  for (const release of held.reverse()) release();
  await Promise.all([first, second]);
  expect(state()).toMatchObject({ query: 'bc', selected: 'bc' });
});

it('has the list of a key together with the key, in one step', async () => {
  const { actions, store } = await ready();
  const steps: string[] = [];
  store.subscribe(({ query, selected }) => steps.push(`${query} ${selected}`));
  actions.search('c');
  expect(steps).toEqual(['c c']);
});

it('lets a key have the last word over an older answer that is still on its way', async () => {
  const { state, actions, settled } = await ready();
  const composed = actions.searchComposed('a');
  actions.search('c');
  await Promise.all([composed, settled()]);
  expect(state()).toMatchObject({ query: 'c', selected: 'c' });
});

it('knows only the lines around those that are looked at, and fetches the rest as they are reached', async () => {
  const many = aCatalog(manyRows(12_000));
  const { state, actions, listed, settled } = await ready({
    snapshot: () => good({ catalog: many, sessions: noSessions }),
  });
  expect(state().lines.itemCount).toBe(12_000);
  expect(listed().length).toBeLessThan(100);
  for (let line = 0; line < 12_000; line += 100) {
    actions.reach(line, line + 9);
    await settled();
    expect(state().lines.known.get(line)?.kind).toBe('row');
    expect(listed().length).toBeLessThan(250);
  }
  actions.move('first');
  await settled();
  expect(state()).toMatchObject({ selectedAt: 1, selected: expect.any(String) });
});

it('ends the welcome once the person has begun by another way, and tells nobody who has not', async () => {
  let welcomed = false;
  const { state, emitCatalog, settled } = await ready({ welcome: () => good({ welcomed }) });
  emitCatalog(catalog);
  await settled();
  expect(state().welcome).toBe(true);
  welcomed = true;
  emitCatalog(catalog);
  await settled();
  expect(state().welcome).toBe(false);
});

it('says once why a profile cannot be used, also to who tries', async () => {
  const failure = brokenRow.failure ?? noNetwork;
  const { state, actions } = await ready({
    snapshot: () => good({ catalog: aCatalog([brokenRow]), sessions: noSessions }),
    switchProfile: () => bad(failure),
  });
  await actions.take(brokenRow.name);
  expect(state()).toMatchObject({ failure: null, announcement: `${failure.message} ${failure.remedy}` });
});
