import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './processes.ts';

/** An `xdg-open` that writes down what it should have opened: Electron's `openExternal` runs it from PATH on Linux. */
export interface FakeBrowser {
  /** Goes in front of PATH. */
  readonly folder: string;
  opened(): readonly string[];
  /** Waits for one more link than `known`, and hands it back. */
  nextLink(known?: number): Promise<string>;
}

export function createFakeBrowser(home: string): FakeBrowser {
  const folder = join(home, 'fake-browser');
  const record = join(folder, 'opened');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'xdg-open'), `#!/bin/sh\nprintf '%s\\n' "$1" >> '${record}'\n`, { mode: 0o755 });
  const opened = () => (existsSync(record) ? readFileSync(record, 'utf8').split('\n').filter(Boolean) : []);
  return { folder, opened, nextLink: (known = 0) => until('a link in the browser', () => opened()[known]) };
}
