export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** As much of a display as is needed: all of it, and what panels leave of it. */
export interface Screen {
  readonly bounds: Box;
  readonly workArea: Box;
}

/** Between the list and what it opens beside. */
export const GAP = 8;

/**
 * Where the popover goes, in display coordinates: beside the tray icon, on the
 * side that faces the work area; always inside it. Where nobody says where the
 * icon is (Linux), a pointer that is on a panel has just clicked it; and without
 * that it is the right corner next to the panel.
 */
export function placePopover(
  size: Size,
  { bounds, workArea }: Screen,
  at: { readonly icon?: Box | undefined; readonly pointer?: Point | undefined } = {},
): Point {
  const right = workArea.x + workArea.width;
  const bottom = workArea.y + workArea.height;
  const anchor = at.icon ?? onPanel(bounds, workArea, at.pointer);
  if (!anchor) {
    const panelBelow = bounds.y + bounds.height - bottom > workArea.y - bounds.y;
    const y = panelBelow ? bottom - size.height - GAP : workArea.y + GAP;
    return clamp({ x: right - size.width - GAP, y }, size, workArea);
  }
  const x = anchor.x + anchor.width / 2;
  const y = anchor.y + anchor.height / 2;
  const beside = Math.round(y - size.height / 2);
  if (x < workArea.x) return clamp({ x: workArea.x + GAP, y: beside }, size, workArea);
  if (x > right) return clamp({ x: right - size.width - GAP, y: beside }, size, workArea);
  const below = y < workArea.y + workArea.height / 2;
  return clamp(
    {
      x: Math.round(x - size.width / 2),
      y: below ? Math.max(anchor.y + anchor.height, workArea.y) + GAP : Math.min(anchor.y, bottom) - size.height - GAP,
    },
    size,
    workArea,
  );
}

function onPanel(bounds: Box, workArea: Box, pointer: Point | undefined): Box | undefined {
  if (!pointer || !contains(bounds, pointer) || contains(workArea, pointer)) return undefined;
  return { ...pointer, width: 1, height: 1 };
}

function contains({ x, y, width, height }: Box, point: Point): boolean {
  return point.x >= x && point.x < x + width && point.y >= y && point.y < y + height;
}

/** Whether a window that shows can be seen and reached: its middle is on a display. A monitor may have gone from under it. */
export function isInView({ x, y, width, height }: Box, screens: readonly Screen[]): boolean {
  const middle = { x: x + width / 2, y: y + height / 2 };
  return screens.some(({ workArea }) => contains(workArea, middle));
}

/** As much of a size as a work area has room for: 1080 pixels at twice the size are 540. */
export function fitting({ width, height }: Size, workArea: Box, frame: Size = { width: 0, height: 0 }): Size {
  return {
    width: Math.min(width, workArea.width - frame.width),
    height: Math.min(height, workArea.height - frame.height),
  };
}

/** The middle of a work area. */
export function placeCentred(size: Size, workArea: Box): Point {
  const x = Math.round(workArea.x + (workArea.width - size.width) / 2);
  const y = Math.round(workArea.y + (workArea.height - size.height) / 2);
  return clamp({ x, y }, size, workArea);
}

function clamp({ x, y }: Point, size: Size, area: Box): Point {
  return {
    x: Math.max(area.x, Math.min(x, area.x + area.width - size.width)),
    y: Math.max(area.y, Math.min(y, area.y + area.height - size.height)),
  };
}
