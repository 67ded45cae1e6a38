import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { run } from '../harness/processes.ts';
import { projectRoot } from '../harness/program.ts';

/** Sharp on every screen, and the same on every machine. */
export const drawnPlainly = [
  '--force-device-scale-factor=2',
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
];

/** Windows are no larger than the display, and drawn at twice the size. */
export const largeDisplay = '2560x1800';

const schemes = { light: '#d4d4d0', dark: '#3f3f44' } as const;

/**
 * The environment of a program that shows its interface in Inter (Debian:
 * fonts-inter), where that is installed: the font is the system's, and a machine
 * without a desktop has none to show.
 */
export function inInter(folder: string): { readonly FONTCONFIG_FILE: string } {
  const file = join(folder, 'fonts.conf');
  const prefer = (family: string) =>
    `<match target="pattern"><test name="family"><string>${family}</string></test><edit name="family" mode="prepend" binding="strong"><string>Inter</string></edit></match>`;
  const lines = [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>',
    '<include>/etc/fonts/fonts.conf</include>',
    ...['sans-serif', 'system-ui', 'Sans'].map(prefer),
    '</fontconfig>',
  ];
  writeFileSync(file, lines.join('\n'));
  return { FONTCONFIG_FILE: file };
}

/** Takes `NAME-light.png` and `NAME-dark.png` of a window, with an edge, since a picture has no frame, in few colours. */
export async function take(page: Page, name: string): Promise<void> {
  const folder = join(projectRoot, 'docs/images');
  mkdirSync(folder, { recursive: true });
  for (const [scheme, edge] of Object.entries(schemes) as [keyof typeof schemes, string][]) {
    await page.emulateMedia({ colorScheme: scheme });
    const file = join(folder, `${name}-${scheme}.png`);
    await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
    const small = ['-bordercolor', edge, '-border', '2', '+dither', '-colors', '255', '-strip', `PNG8:${file}`];
    const { status, stderr } = await run('convert', [file, ...small]);
    if (status !== 0) throw new Error(stderr);
    console.log(`docs/images/${name}-${scheme}.png`);
  }
}
