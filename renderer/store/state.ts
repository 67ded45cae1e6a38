import type { StoreApi } from 'zustand/vanilla';
import type { BrowserChoice } from '../../electron/core/console/browser-choice.ts';
import type {
  ClockSkew,
  Destination,
  FileEdit,
  ListHeading,
  ListRow,
  Overview,
  ProfileRow,
  Sessions,
  ShellEnvironment,
} from '../../electron/core/contract.ts';
import type { Failure } from '../../electron/core/failure.ts';
import type { LockState } from '../../electron/core/lock/lock.ts';
import type { Preferences } from '../../electron/core/preferences.ts';
import type { ConsoleService } from '../model/console-services.ts';
import type { ListLines } from '../model/list-lines.ts';

/** What covers the list, if anything does. */
export type Panel =
  | { readonly kind: 'file-edit'; readonly edit: FileEdit }
  | { readonly kind: 'access-keys' }
  | { readonly kind: 'diagnosis'; readonly profile: string }
  /** With a profile: the way of its key into the keychain. */
  | { readonly kind: 'clear-keys'; readonly profile?: string }
  | { readonly kind: 'console'; readonly profile: string }
  | { readonly kind: 'confirm'; readonly profile: string; readonly act: CarefulAct }
  | { readonly kind: 'ticket'; readonly profile: string; readonly confirm?: string | undefined }
  | { readonly kind: 'environment'; readonly profile: string }
  | { readonly kind: 'problems' };

export interface PopoverState {
  readonly status: 'loading' | 'ready' | 'unreadable';
  readonly overview: Overview;
  readonly sessions: Sessions;
  /** Identity Center sessions that nobody is signed in to. */
  readonly signedOut: ReadonlySet<string>;
  /** Set while this computer's clock is off by more than a minute. */
  readonly clockSkew: ClockSkew;
  readonly lock: LockState;
  readonly query: string;
  readonly lines: ListLines;
  /** The rows of profiles that are spoken of outside the list: the active one, the one of a panel. */
  readonly rows: ReadonlyMap<string, ProfileRow>;
  /** Name of the selected profile; not known while its row is fetched. */
  readonly selected: string | null;
  readonly selectedItem: ListRow | null;
  /** The heading of a folded group, where that is what is selected. */
  readonly selectedHeading: ListHeading | null;
  /** Its position in the list, from 1. */
  readonly selectedAt: number | null;
  /** The list scrolls to what keys select, and stays put under the mouse. */
  readonly selectedBy: 'keys' | 'pointer';
  /** Counts the times at which the list was closed: each time it comes up anew. */
  readonly visit: number;
  readonly panel: Panel | null;
  readonly menuOpen: boolean;
  readonly groupBy: Preferences['groupBy'];
  /** The menu of the selected row, at a height of the window or below the row. */
  readonly rowMenu: { readonly top: number | undefined } | null;
  /** What was just done, until the next thing is. */
  readonly notice: { readonly text: string; readonly more?: string } | null;
  /** The service at the end of the search text, whose console Ctrl+Enter opens: "prod ec2". */
  readonly service: ConsoleService | null;
  /** Where the ARN or link of that text leads; the list is who reaches it. */
  readonly destination: (Destination & { readonly text: string }) | null;
  /** The console that did not open because its browser has gone: the default one is offered. */
  readonly withoutBrowser: { readonly profile: string; readonly target: ConsoleTarget } | null;
  /** The profile whose console link is being fetched. */
  readonly openingConsole: string | null;
  /** The first start: what was found, and the ways on, in place of the list. */
  readonly welcome: boolean;
  /** The last call that failed, unless a row shows it already. */
  readonly failure: Failure | null;
  /** Said to screen readers. */
  readonly announcement: string;
}

/** What goes on once the name of a careful profile is typed. */
export type CarefulAct =
  | { readonly kind: 'switch' }
  | { readonly kind: 'open-console'; readonly target: ConsoleTarget }
  | { readonly kind: 'copy-link'; readonly target: ConsoleTarget }
  | { readonly kind: 'copy-credentials'; readonly shell: ShellEnvironment['shell'] | undefined };

/** Which console, and where. */
export interface ConsoleTarget {
  readonly service?: string | undefined;
  readonly region?: string | undefined;
  /** Instead of the one that was chosen for the profile. */
  readonly browser?: 'default' | BrowserChoice | undefined;
  /** An ARN or a link instead. */
  readonly resource?: string | undefined;
  /** It is the profile's choice, for the next time. */
  readonly keep?: boolean | undefined;
}

export type Move = 'next' | 'previous' | 'page-down' | 'page-up' | 'first' | 'last';

export type Store = StoreApi<PopoverState>;
