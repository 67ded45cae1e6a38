import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cleanup, createCleanup } from './lib/cleanup.ts';
import { type BenchDesktop, openDesktop } from './lib/desktop.ts';

/** What figures are measured on. Each part is made when the first figure asks for it and shared by the rest. */
export interface Rig {
  /** The Electron executable that the project is set up with. */
  readonly electron: string;
  readonly cleanup: Cleanup;
  /** Tells the reader something that makes figures worth less; once, however often it is said. */
  note(text: string): void;
  notes(): readonly string[];
  desktop(): Promise<BenchDesktop>;
  /** A new empty folder that is gone after the run. Its path is short enough for a socket in it. */
  folder(): string;
  /** Makes something once in this run, whoever asks first. */
  shared<T>(name: string, make: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function createRig(electron: string): Rig {
  const root = mkdtempSync(join(tmpdir(), 'rolecall-bench-'));
  const removeRoot = () => rmSync(root, { recursive: true, force: true });
  // Also when the run dies of an error.
  process.once('exit', removeRoot);
  const cleanup = createCleanup();
  const made = new Map<string, Promise<unknown>>();
  const notes = new Set<string>();
  let folders = 0;
  const shared = <T>(name: string, make: () => Promise<T>) => {
    const thing = (made.get(name) as Promise<T> | undefined) ?? make();
    made.set(name, thing);
    return thing;
  };
  return {
    electron,
    cleanup,
    note: (text) => {
      notes.add(text);
    },
    notes: () => [...notes],
    shared,
    desktop: () => shared('desktop', () => openDesktop(join(root, 'display'), cleanup)),
    folder() {
      folders += 1;
      const folder = join(root, String(folders));
      mkdirSync(folder, { mode: 0o700 });
      return folder;
    },
    async close() {
      await cleanup.all();
      removeRoot();
    },
  };
}
