import { expect, it } from 'vitest';
import { HEADING_PX, linePlaces, MARGIN_PX, ROW_PX } from './line-places.ts';

it('puts line below line, headings lower than rows', () => {
  const headings = [0, 3, 4, 11_999];
  const places = linePlaces(12_000, headings);
  let top = MARGIN_PX;
  for (let line = 0; line < 12_000; line += 1) {
    const height = headings.includes(line) ? HEADING_PX : ROW_PX;
    expect(places.topOf(line)).toBe(top);
    expect(places.bottomOf(line)).toBe(top + height);
    expect(places.lineAt(top)).toBe(line);
    expect(places.lineAt(top + height - 1)).toBe(line);
    top += height;
  }
  expect(places.heightPx).toBe(top + MARGIN_PX);
});

it('knows the nearest line beyond the ends, and none of an empty list', () => {
  const places = linePlaces(3, []);
  expect([places.lineAt(-500), places.lineAt(0), places.lineAt(9999)]).toEqual([0, 0, 2]);
  expect(linePlaces(0, [])).toMatchObject({ heightPx: 2 * MARGIN_PX });
  expect(linePlaces(0, []).lineAt(100)).toBe(0);
});
