import { type Failure, failure } from '../core/failure.ts';

/** Whether the system starts Rolecall when the person logs in. */
export interface LoginItem {
  /** Rejects when the system does not allow it. Setting what is set already changes nothing. */
  set(on: boolean): Promise<void>;
}

/** On macOS and Windows, Electron's own (not run here); on Linux, an entry of the autostart folder. */
export async function createLoginItem(parts: {
  readonly platform: NodeJS.Platform;
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly setLoginItem: (settings: { openAtLogin: boolean; args: string[] }) => void;
}): Promise<LoginItem> {
  const { platform, command, setLoginItem } = parts;
  if (platform === 'linux') return (await import('./login-item-linux.ts')).createLoginItem(parts);
  return {
    async set(on) {
      setLoginItem({ openAtLogin: on, args: command.slice(1) });
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
