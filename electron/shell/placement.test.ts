import { describe, expect, it } from 'vitest';
import { placeCentred, placePopover } from './placement.ts';

const size = { width: 400, height: 600 };
const area = { x: 0, y: 30, width: 1920, height: 1010 };

describe('placePopover', () => {
  it('goes below an icon in a top panel, and above one in a bottom panel', () => {
    expect(placePopover(size, area, { x: 1000, y: 0, width: 24, height: 30 })).toEqual({ x: 812, y: 38 });
    expect(placePopover(size, area, { x: 1000, y: 1040, width: 24, height: 40 })).toEqual({ x: 812, y: 432 });
  });

  it('stays on the screen', () => {
    expect(placePopover(size, area, { x: 1900, y: 0, width: 24, height: 30 }).x).toBe(1520);
    expect(placePopover(size, { x: 0, y: 0, width: 300, height: 200 })).toEqual({ x: 0, y: 0 });
  });

  it('takes the top right corner when nobody says where the icon is', () => {
    expect(placePopover(size, area)).toEqual({ x: 1512, y: 38 });
  });
});

describe('placeCentred', () => {
  it('takes the middle', () => {
    expect(placeCentred({ width: 420, height: 300 }, area)).toEqual({ x: 750, y: 385 });
  });
});
