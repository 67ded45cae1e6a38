import { type Failure, failure } from '../core/failure.ts';

/**
 * Whether the system starts Rolecall when the person logs in. `elsewhere`: it
 * starts one, but not this one; the program was moved, or there are two.
 */
export type AtLogin = 'on' | 'off' | 'elsewhere';

/** The system's word is the last one: it has switches of its own for what starts at login. */
export interface LoginItem {
  state(): Promise<AtLogin>;
  /** Rejects when the system does not allow it. Setting what is set already changes nothing. */
  set(on: boolean): Promise<void>;
}

interface SystemItem {
  readonly openAtLogin: boolean;
  /** Windows only: not switched off in its own list. */
  readonly executableWillLaunchAtLogin?: boolean;
}

/** As much of Electron's `app` as is needed. */
export interface LoginItemSettings {
  setLoginItemSettings(settings: { openAtLogin: boolean; args: string[] }): void;
  getLoginItemSettings(options: { args: string[] }): SystemItem;
}

/** On macOS and Windows, Electron's own (not run here); on Linux, an entry of the autostart folder. */
export async function createLoginItem(parts: {
  readonly platform: NodeJS.Platform;
  /** The program and its arguments. */
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly system: LoginItemSettings;
}): Promise<LoginItem> {
  const { platform, command, system } = parts;
  if (platform === 'linux') return (await import('./login-item-linux.ts')).createLoginItem(parts);
  const args = command.slice(1);
  return {
    async state() {
      const { openAtLogin, executableWillLaunchAtLogin = openAtLogin } = system.getLoginItemSettings({ args });
      return executableWillLaunchAtLogin ? 'on' : 'off';
    },
    async set(on) {
      system.setLoginItemSettings({ openAtLogin: on, args });
    },
  };
}

/** The system's own words could hold anything, so only the kind of error is told. */
export function noLoginItem(error: unknown): Failure {
  const kind = error instanceof Error && 'code' in error ? String(error.code) : 'error';
  return failure(
    'not-supported',
    `Starting Rolecall at login could not be set (${kind}).`,
    'Set it in the settings of your system.',
  );
}
