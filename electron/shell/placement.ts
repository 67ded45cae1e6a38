export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const GAP = 8;

/**
 * Where the popover goes, in display coordinates: beside the tray icon, on the
 * side that faces the middle of the screen; in the top right corner of the work
 * area where the icon's place is not known. Always inside the work area.
 */
export function placePopover(size: Size, workArea: Box, icon?: Box): { x: number; y: number } {
  const right = workArea.x + workArea.width;
  const bottom = workArea.y + workArea.height;
  if (!icon) return clamp({ x: right - size.width - GAP, y: workArea.y + GAP }, size, workArea);
  const x = Math.round(icon.x + icon.width / 2 - size.width / 2);
  const below = icon.y + icon.height / 2 < workArea.y + workArea.height / 2;
  const y = below ? Math.max(icon.y + icon.height, workArea.y) + GAP : Math.min(icon.y, bottom) - size.height - GAP;
  return clamp({ x, y }, size, workArea);
}

/** The middle of a work area. */
export function placeCentred(size: Size, workArea: Box): { x: number; y: number } {
  const x = Math.round(workArea.x + (workArea.width - size.width) / 2);
  const y = Math.round(workArea.y + (workArea.height - size.height) / 2);
  return clamp({ x, y }, size, workArea);
}

function clamp({ x, y }: { x: number; y: number }, size: Size, area: Box): { x: number; y: number } {
  return {
    x: Math.max(area.x, Math.min(x, area.x + area.width - size.width)),
    y: Math.max(area.y, Math.min(y, area.y + area.height - size.height)),
  };
}
