import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, until } from './processes.ts';

type Env = Readonly<Record<string, string>>;

/** A window as the compositor has it: mapped, with its place and whether it has the keyboard. */
export interface WaylandWindow {
  readonly title: string;
  readonly focused: boolean;
}

/** Starts sway without a screen; answers with the environment of a program that it shows. */
export async function startSway(parts: {
  readonly env: Env;
  readonly folder: string;
  readonly start: (command: string, args: readonly string[], env: Env) => unknown;
}): Promise<Record<string, string>> {
  const { DISPLAY: _, ...env } = parts.env;
  const runtime = env.XDG_RUNTIME_DIR ?? '';
  const config = join(parts.folder, 'sway.conf');
  writeFileSync(
    config,
    'xwayland disable\noutput HEADLESS-1 resolution 1280x900\nfor_window [app_id=".*"] floating enable\n',
  );
  // Drawn by the processor, on no screen and with no keyboard of the machine's.
  const headless = { WLR_BACKENDS: 'headless', WLR_LIBINPUT_NO_DEVICES: '1', WLR_RENDERER: 'pixman' };
  parts.start('sway', ['-c', config], { ...env, ...headless });
  const find = (name: RegExp) => readdirSync(runtime).find((file) => name.test(file));
  const display = await until('a Wayland display', () => find(/^wayland-\d+$/));
  const socket = await until('the socket of sway', () => find(/^sway-ipc.*\.sock$/));
  return { ...env, WAYLAND_DISPLAY: display, XDG_SESSION_TYPE: 'wayland', SWAYSOCK: join(runtime, socket) };
}

interface Node {
  readonly name: string | null;
  readonly pid?: number;
  readonly focused: boolean;
  readonly nodes: readonly Node[];
  readonly floating_nodes: readonly Node[];
}

/** The windows that sway shows. */
export async function swayWindows(env: Env): Promise<readonly WaylandWindow[]> {
  const { stdout } = await run('swaymsg', ['-r', '-t', 'get_tree'], { env: { ...env } });
  const all = (node: Node): readonly Node[] => [node, ...[...node.nodes, ...node.floating_nodes].flatMap(all)];
  return all(JSON.parse(stdout) as Node)
    .filter(({ pid }) => pid !== undefined)
    .map(({ name, focused }) => ({ title: name ?? '', focused }));
}
