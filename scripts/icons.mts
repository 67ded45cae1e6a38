/**
 * Renders the PNGs in assets/ from their SVG sources: `npx tsx scripts/icons.mts`.
 * They are committed, so that neither a build nor an install needs a renderer.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';

const assets = join(dirname(fileURLToPath(import.meta.url)), '..', 'assets');

/** Middle tones: at least 3 : 1 on a white and on a dark panel alike. The shape says the same without them. */
const trayColours = {
  idle: '#7d7d85',
  active: '#26935a',
  production: '#d9483e',
  expiring: '#c07400',
  attention: '#d9483e',
  locked: '#7d7d85',
};
/** macOS tints a template image by itself and reads only its alpha. */
const templateColour = '#000000';

/** File name after the state's name → pixels. `@2x` is read for high densities by Electron itself. */
const traySizes = { '.png': 22, '@2x.png': 44, '-16.png': 16, '-32.png': 32 };
const templateSizes = { 'Template.png': 16, 'Template@2x.png': 32 };
const appSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

function render(svg: string, pixels: number, file: string): void {
  const target = join(assets, file);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, new Resvg(svg, { fitTo: { mode: 'width', value: pixels } }).render().asPng());
}

for (const [state, colour] of Object.entries(trayColours)) {
  const svg = readFileSync(join(assets, 'tray', `${state}.svg`), 'utf8');
  const inColour = (fill: string) => svg.replaceAll('currentColor', fill);
  for (const [ending, pixels] of Object.entries(traySizes)) render(inColour(colour), pixels, `tray/${state}${ending}`);
  for (const [ending, pixels] of Object.entries(templateSizes)) {
    render(inColour(templateColour), pixels, `tray/${state}${ending}`);
  }
}

const icon = readFileSync(join(assets, 'icon.svg'), 'utf8');
render(icon, 512, 'icon.png');
for (const pixels of appSizes) render(icon, pixels, `icons/${pixels}x${pixels}.png`);
