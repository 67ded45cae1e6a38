import { describe, expect, it } from 'vitest';
import { type Box, fitting, isInView, placeCentred, placePopover } from './placement.ts';

const size = { width: 400, height: 600 };
const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });

const full = box(0, 0, 1920, 1080);
const top = { bounds: full, workArea: box(0, 30, 1920, 1050) };
const bottom = { bounds: full, workArea: box(0, 0, 1920, 1040) };
const left = { bounds: full, workArea: box(62, 0, 1858, 1080) };
const right = { bounds: full, workArea: box(0, 0, 1858, 1080) };
/** A second display, left of the first and higher: its coordinates are negative. */
const other = { bounds: box(-1280, -200, 1280, 1024), workArea: box(-1280, -200, 1280, 984) };
/** 3840×2160 at a scale of 2.5, in the coordinates that Electron gives. */
const scaled = { bounds: box(1920, 0, 1536, 864), workArea: box(1920, 26, 1536, 838) };

describe('placePopover', () => {
  it.each([
    ['below an icon in a top panel', top, box(1000, 0, 24, 30), { x: 812, y: 38 }],
    ['above one in a bottom panel', bottom, box(1000, 1040, 24, 40), { x: 812, y: 432 }],
    ['right of one in a left panel', left, box(0, 500, 62, 40), { x: 70, y: 220 }],
    ['left of one in a right panel', right, box(1858, 1000, 62, 40), { x: 1450, y: 480 }],
    ['inside at the right edge', top, box(1900, 0, 24, 30), { x: 1520, y: 38 }],
    ['inside at the left edge', bottom, box(0, 1040, 24, 40), { x: 0, y: 432 }],
    ['on the display of the icon', other, box(-200, 784, 24, 40), { x: -400, y: 176 }],
    ['in the display’s own units', scaled, box(3300, 0, 22, 26), { x: 3056, y: 34 }],
    [
      'beside an icon in a panel that leaves its place to windows',
      { bounds: full, workArea: full },
      box(1000, 1050, 24, 30),
      { x: 812, y: 442 },
    ],
  ])('goes %s', (_, screen, icon, place) => {
    expect(placePopover(size, screen, { icon })).toEqual(place);
  });

  it.each([
    ['below a pointer on a top panel', top, { x: 1012, y: 15 }, { x: 813, y: 38 }],
    ['above a pointer on a bottom panel', bottom, { x: 1012, y: 1060 }, { x: 813, y: 432 }],
    ['beside a pointer on a left panel', left, { x: 30, y: 500 }, { x: 70, y: 201 }],
    ['to the corner next to a top panel', top, { x: 900, y: 600 }, { x: 1512, y: 38 }],
    ['to the corner next to a bottom panel', bottom, { x: 900, y: 600 }, { x: 1512, y: 432 }],
    ['to the top right corner without a panel', { bounds: full, workArea: full }, { x: 9, y: 9 }, { x: 1512, y: 8 }],
    ['to the corner of the pointer’s display', other, { x: -600, y: 100 }, { x: -408, y: 176 }],
  ])('goes %s where nobody says where the icon is', (_, screen, pointer, place) => {
    expect(placePopover(size, screen, { pointer })).toEqual(place);
  });

  it('takes no notice of a pointer that is nowhere near', () => {
    expect(placePopover(size, top, { pointer: { x: -50, y: 15 } })).toEqual(placePopover(size, top));
  });

  it('begins in the corner of a work area that is too small', () => {
    const small = box(10, 20, 300, 200);
    expect(placePopover(size, { bounds: small, workArea: small })).toEqual({ x: 10, y: 20 });
  });
});

describe('fitting', () => {
  it('leaves a window as it is where there is room, and no larger than the room', () => {
    expect(fitting(size, full)).toEqual(size);
    expect(fitting(size, box(0, 27, 960, 513), { width: 2, height: 30 })).toEqual({ width: 400, height: 483 });
  });
});

describe('isInView', () => {
  it('is no more once the monitor of a window has gone', () => {
    const window = box(-900, 100, 880, 640);
    expect(isInView(window, [top, other])).toBe(true);
    expect(isInView(window, [top])).toBe(false);
  });

  it('takes no offence at a window that a person moved half out of sight', () => {
    expect(isInView(box(1400, 700, 880, 640), [top])).toBe(true);
    expect(isInView(box(1600, 700, 880, 640), [top])).toBe(false);
  });
});

describe('placeCentred', () => {
  it('takes the middle', () => {
    expect(placeCentred({ width: 420, height: 300 }, box(0, 30, 1920, 1010))).toEqual({ x: 750, y: 385 });
  });
});
