import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './processes.ts';

/** Browsers that write down what they should have opened: Electron's `openExternal` runs `xdg-open` from PATH on Linux. */
export interface FakeBrowser {
  /** Goes in front of PATH. */
  readonly folder: string;
  /** The links that were opened: of a one-time link where it led. */
  opened(): readonly string[];
  /** The command lines, as every user of a computer may read them. */
  commandLines(): readonly string[];
  /** Waits for one more link than `known`, and hands it back. */
  nextLink(known?: number): Promise<string>;
  /** One more browser in PATH, by this name. One that does not follow writes the address down as it got it. */
  install(program: string, how?: { readonly follows?: boolean }): void;
}

/** Goes where a one-time link leads, as a browser would, and no further. */
const script = (record: string, commandLines: string, follows: boolean) => `#!/bin/sh
printf '%s\\n' "$0 $*" >> '${commandLines}'
for link; do :; done
if ${follows} && printf '%s' "$link" | grep -Eq '^http://127\\.0\\.0\\.1:[0-9]+/[A-Za-z0-9_-]{43}$'; then
  link=$(curl --silent --output /dev/null --write-out '%{redirect_url}' "$link")
fi
printf '%s\\n' "$link" >> '${record}'
`;

export function createFakeBrowser(home: string): FakeBrowser {
  const folder = join(home, 'fake-browser');
  const record = join(folder, 'opened');
  const commandLines = join(folder, 'command-lines');
  mkdirSync(folder, { recursive: true });
  const install = (program: string, { follows = true } = {}) =>
    writeFileSync(join(folder, program), script(record, commandLines, follows), { mode: 0o755 });
  install('xdg-open');
  const opened = () => linesOf(record);
  return {
    folder,
    opened,
    commandLines: () => linesOf(commandLines),
    nextLink: (known = 0) => until('a link in the browser', () => opened()[known]),
    install,
  };
}

function linesOf(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
}
