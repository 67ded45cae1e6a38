/** Phones want four light modules around the code. */
const QUIET_ZONE = 4;

/** A QR code as one path of squares, in modules; rows are of `1` (dark) and `0`. */
export function qrPath(rows: readonly string[]): { readonly size: number; readonly path: string } {
  const runs = rows.flatMap((row, y) =>
    [...row.matchAll(/1+/g)].map(
      ({ 0: run, index }) => `M${index + QUIET_ZONE} ${y + QUIET_ZONE}h${run.length}v1h-${run.length}z`,
    ),
  );
  return { size: rows.length + 2 * QUIET_ZONE, path: runs.join('') };
}
