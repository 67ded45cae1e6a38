import { type FSWatcher, watch } from 'node:fs';
import { readlink, realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import type { Stop } from '../core/ports.ts';

const debounceMs = 40;

/**
 * Calls back within 100 ms of a change to one of the files, however it was saved:
 * in place, by rename, through a link, or made anew. It watches the directories
 * (a watch on a file ends with its inode), those of a link's target too, and where
 * a directory is missing its nearest ancestor. Nothing is polled.
 */
export function watchFiles(paths: readonly string[], onChange: () => void): Stop {
  const watchers = new Map<string, { watcher: FSWatcher; names: Set<string> }>();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let arranging = Promise.resolve();

  function changed(): void {
    if (stopped) return;
    // The first change starts the clock, so that a stream of them cannot put the call off for ever.
    timer ??= setTimeout(() => {
      timer = undefined;
      arrange();
      onChange();
    }, debounceMs);
  }

  /** Watches `directory` for these names, or the nearest directory above that exists. */
  function follow(directory: string, name: string, wanted: Map<string, Set<string>>): void {
    const names = wanted.get(directory) ?? new Set<string>();
    wanted.set(directory, names.add(name));
  }

  async function places(path: string, wanted: Map<string, Set<string>>): Promise<void> {
    let current = resolve(path);
    for (let hops = 0; hops < 40; hops++) {
      let directory = dirname(current);
      for (let name = basename(current); ; name = basename(directory), directory = dirname(directory)) {
        follow(directory, name, wanted);
        const real = await realpath(directory).catch(() => undefined);
        if (real !== undefined) {
          if (real !== directory) {
            follow(real, name, wanted);
            // A link to a directory may itself be turned elsewhere.
            follow(dirname(directory), basename(directory), wanted);
          }
          break;
        }
        if (dirname(directory) === directory) break;
      }
      const to = await readlink(current).catch(() => undefined);
      if (to === undefined) return;
      current = isAbsolute(to) ? to : join(await realpath(dirname(current)).catch(() => dirname(current)), to);
    }
  }

  function arrange(): void {
    arranging = arranging.then(async () => {
      const wanted = new Map<string, Set<string>>();
      for (const path of paths) await places(path, wanted);
      if (stopped) return;
      for (const [directory, { watcher }] of watchers)
        if (!wanted.has(directory)) {
          watcher.close();
          watchers.delete(directory);
        }
      let appeared = false;
      for (const [directory, names] of wanted) {
        const known = watchers.get(directory);
        if (known) {
          for (const name of names) appeared ||= !known.names.has(name);
          known.names = names;
        } else appeared = listen(directory, names) || appeared;
      }
      // What happened before we could watch was seen by nobody; so there is one call after the start, too.
      if (appeared) changed();
    });
  }

  function drop(directory: string, watcher: FSWatcher): void {
    watcher.close();
    if (watchers.get(directory)?.watcher === watcher) watchers.delete(directory);
    changed();
  }

  function listen(directory: string, names: Set<string>): boolean {
    const entry = { names };
    try {
      const watcher = watch(directory, { persistent: false }, (kind, name) => {
        if (name === null || entry.names.has(name)) changed();
        // A directory that was moved or removed reports its own name; its watch is then worth nothing.
        if (kind === 'rename' && name === basename(directory)) drop(directory, watcher);
      });
      watcher.on('error', () => drop(directory, watcher));
      watchers.set(directory, Object.assign(entry, { watcher }));
      return true;
    } catch {
      // It went away in this instant, or the system has no watches left: the directory above tells.
      return false;
    }
  }

  arrange();
  return () => {
    stopped = true;
    clearTimeout(timer);
    for (const { watcher } of watchers.values()) watcher.close();
    watchers.clear();
  };
}
