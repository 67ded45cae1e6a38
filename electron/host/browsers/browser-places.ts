import type { BrowserId } from '../../core/console/browser-choice.ts';

export type Env = Readonly<Record<string, string | undefined>>;

/** One way a browser is installed: the program, and where it keeps the list of its profiles. */
export interface BrowserPlace {
  readonly browser: BrowserId;
  /** An absolute path, or a name that is looked for in PATH. */
  readonly program: string;
  /** The folder of `Local State` or `profiles.ini`. */
  readonly data: string;
}

/** Where the browsers of one system are, the usual way of each first. */
export type BrowserPlaces = (world: { readonly env: Env; readonly home: string }) => readonly BrowserPlace[];

/** What people call them. */
export const browserNames: Readonly<Record<BrowserId, string>> = {
  chrome: 'Google Chrome',
  chromium: 'Chromium',
  edge: 'Microsoft Edge',
  brave: 'Brave',
  vivaldi: 'Vivaldi',
  firefox: 'Firefox',
};
