import type { Client } from '../../electron/core/client.ts';
import type { CallInput, CallOutput, ListItem, ListRow, ProfileRow } from '../../electron/core/contract.ts';
import type { Preferences } from '../../electron/core/preferences.ts';
import type { Result } from '../../electron/core/result.ts';
import { splitService } from '../model/console-query.ts';
import { lineOf, missingPages, PAGE, stopAt, withLines } from '../model/list-lines.ts';
import type { Settle } from './settle.ts';
import type { Move, PopoverState, Store } from './state.ts';

const PAGE_ROWS = 7;

type Wish = CallInput<'listProfiles'>;
type Answer = Result<CallOutput<'listProfiles'>>;

/**
 * What the list shows, and what of it is selected. The list itself is main's:
 * here are the lines that can be seen, and the rows of profiles that are spoken of.
 */
export function createList(client: Client<'popover'>, { getState: get, setState: set }: Store, settle: Settle) {
  // Of answers only those to the last question count.
  let question = 0;
  let underWay: Promise<void> | undefined;
  const pagesUnderWay = new Set<number>();
  let firstInView = 0;

  /** What the selection waits for. */
  function wait(work: Promise<void>): Promise<void> {
    const done = work.finally(() => {
      if (underWay === done) underWay = undefined;
    });
    underWay = done;
    return done;
  }

  /** What to ask for the list of a search text. Whatever was asked before does not count any more. */
  function wishFor(query: string, more: Pick<Wish, 'afresh' | 'keep' | 'keepGroup'> = {}): Wish {
    question += 1;
    pagesUnderWay.clear();
    if (more.keep === undefined && more.keepGroup === undefined) firstInView = 0;
    const otherwise = splitService(query)?.rest;
    return { query, otherwise, from: pageOf(firstInView), count: 2 * PAGE, also: spokenOf(get()), ...more };
  }

  /** The list, its selection and the search text in one step: they are painted together. */
  function take({ query, from, keep }: Wish, answer: Answer): void {
    if (!answer.ok) {
      set({ query });
      settle(answer);
      return;
    }
    const service = splitService(query);
    const { items, selected, byOtherwise, groupBy, destination, also: rows, ...list } = answer.value;
    const kept = keep !== undefined && selected?.kind === 'row' && selected.row.name === keep;
    set({
      query,
      lines: withLines({ ...list, known: new Map() }, from, items),
      destination: destination ? { ...destination, text: query } : null,
      service: service && byOtherwise && list.rowCount > 0 ? service.service : null,
      rows: byName(rows),
      groupBy,
      ...selection(selected),
      ...(!kept && { selectedBy: 'keys' as const }),
    });
  }

  async function showRows(query: string, more?: Pick<Wish, 'afresh' | 'keep' | 'keepGroup'>): Promise<void> {
    set({ query });
    const wish = wishFor(query, more);
    const turn = question;
    const answer = await client.listProfiles(wish);
    if (turn === question) take(wish, answer);
  }

  /** Before the text itself is painted: the page would be drawn twice, and the list a frame later. */
  function showRowsNow(query: string): void {
    const wish = wishFor(query);
    take(wish, client.now.listProfiles(wish));
  }

  /** More lines of the list that is shown. */
  async function fetchPages(pages: readonly number[]): Promise<void> {
    const turn = question;
    const { query } = get();
    const otherwise = splitService(query)?.rest;
    const fetchPage = async (from: number) => {
      pagesUnderWay.add(from);
      const answer = await client.listProfiles({ query, otherwise, from, count: PAGE });
      if (turn !== question) return;
      pagesUnderWay.delete(from);
      // Lines of a newer list say nothing of this one; the news of it is on its way.
      if (!answer.ok || answer.value.revision !== get().lines.revision) return;
      set({ lines: withLines(get().lines, from, answer.value.items) });
    };
    await Promise.all(pages.filter((page) => !pagesUnderWay.has(page)).map(fetchPage));
  }

  /** Rows of profiles that are spoken of and not known, for example of the active one. */
  async function fetchSpokenOf(): Promise<void> {
    const missing = spokenOf(get()).filter((name) => !get().rows.has(name));
    if (missing.length === 0) return;
    const answer = await client.listProfiles({ query: '', from: 0, count: 0, also: missing });
    if (answer.ok) set({ rows: new Map([...get().rows, ...byName(answer.value.also)]) });
  }

  function moveTo(position: number): void {
    const stop = stopAt(get().lines, position);
    set({ ...selection(stop ?? null), selectedAt: position, selectedBy: 'keys' });
    if (stop) return;
    const page = pageOf(lineOf(get().lines, position));
    const fetched = fetchPages([page]).then(() => {
      if (get().selectedAt === position) set(selection(stopAt(get().lines, position) ?? null));
    });
    void wait(fetched);
  }

  const actions = {
    search: showRowsNow,
    /** While an input method composes it: it may have to ask main where the text stands, and main this page. */
    searchComposed: (query: string) => wait(showRows(query)),
    select: (item: ListRow) => set({ ...selection(item), selectedBy: 'pointer' }),

    /** The lines from `first` to `last` are looked at. */
    reach(first: number, last: number): void {
      firstInView = first;
      const missing = missingPages(get().lines, first, last);
      if (missing.length > 0) void fetchPages(missing);
    },

    move(move: Move): void {
      const { lines, selectedAt } = get();
      const last = lines.stops;
      const at = selectedAt ?? 1;
      const to = {
        next: at + 1,
        previous: at - 1,
        'page-down': at + PAGE_ROWS,
        'page-up': at - PAGE_ROWS,
        first: 1,
        last,
      };
      if (last > 0) moveTo(Math.min(last, Math.max(1, to[move])));
    },

    /** Folds a group, or opens it; what was selected stays so as long as it can be seen. */
    async fold(group: string, folded: boolean, keep?: string): Promise<void> {
      if (!settle(await client.foldGroup({ group, folded }))) return;
      await wait(showRows(get().query, { keep, keepGroup: group }));
    },

    /** `true` when there was a group to fold: that of the selected row. */
    foldSelected(): boolean {
      const group = get().selectedItem?.group;
      if (group !== undefined) void actions.fold(group, true);
      return group !== undefined;
    },

    /** `true` when the heading of a folded group was selected; its first row is then. */
    openSelected(): boolean {
      const heading = get().selectedHeading;
      if (heading) void actions.fold(heading.key, false);
      return heading !== null;
    },

    async foldAll(folded: boolean): Promise<void> {
      const { selected, selectedItem, selectedHeading } = get();
      const keepGroup = selectedItem?.group ?? selectedHeading?.key;
      if (settle(await client.foldAllGroups({ folded })))
        await wait(showRows(get().query, { keep: selected ?? undefined, keepGroup }));
    },

    /** The list is shown anew when the preference has changed. */
    async groupBy(by: Preferences['groupBy']): Promise<void> {
      settle(await client.groupProfiles({ by }));
    },

    /** Acts on what is selected. While a search is under way that is not known yet: nobody switches to what stood there before. */
    onSelected(act: (profile: string) => void): void {
      const now = () => {
        const { selected } = get();
        if (selected !== null) act(selected);
      };
      if (underWay) void underWay.then(now);
      else now();
    },
  };

  return {
    actions,
    fetchSpokenOf,
    /** The rows changed under the list that is shown. */
    refresh: () => {
      const { query, selected, selectedHeading } = get();
      return wait(showRows(query, { keep: selected ?? undefined, keepGroup: selectedHeading?.key }));
    },
    /** A fresh search over the newest state, in the order of the newest use. */
    startAfresh: () => wait(showRows('', { afresh: true })),
  };
}

const pageOf = (line: number) => line - (line % PAGE);
const byName = (rows: readonly ProfileRow[]) => new Map(rows.map((row) => [row.name, row]));

type Selection = Pick<PopoverState, 'selected' | 'selectedItem' | 'selectedHeading' | 'selectedAt'>;

function selection(item: ListItem | null): Selection {
  const row = item?.kind === 'row' ? item : null;
  const heading = item?.kind === 'heading' ? item : null;
  return {
    selected: row?.row.name ?? null,
    selectedItem: row,
    selectedHeading: heading,
    selectedAt: item?.position ?? null,
  };
}

/** The profiles that are spoken of outside the list. */
function spokenOf({ sessions, panel }: PopoverState): string[] {
  const inPanel = panel && 'profile' in panel ? panel.profile : undefined;
  return [...new Set([sessions.activeProfile, inPanel])].filter((name) => typeof name === 'string');
}
