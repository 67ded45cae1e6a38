import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useActions, usePopover } from '../app/popover-context.ts';
import { lineOf } from '../model/list-lines.ts';
import { text } from '../text.ts';
import { ListHeading } from './list-heading.tsx';
import { LIST_ID, optionId } from './option-id.ts';
import { ProfileRow } from './profile-row.tsx';
import { RowActions } from './row-actions.tsx';

const ROW_PX = 48;
const HEADING_PX = 28;
const MARGIN_PX = 8;

/** The virtual list: a few rows exist however many profiles there are, and only those that can be seen have a clock. */
export function ProfileList() {
  const lines = usePopover((state) => state.lines);
  const { headings, folded, itemCount, stops } = lines;
  const sessions = usePopover((state) => state.sessions);
  const selectedItem = usePopover((state) => state.selectedItem);
  const selectedHeading = usePopover((state) => state.selectedHeading);
  const selectedAt = usePopover((state) => state.selectedAt);
  const selectedBy = usePopover((state) => state.selectedBy);
  const openingConsole = usePopover((state) => state.openingConsole);
  const signedOut = usePopover((state) => state.signedOut);
  const { reach } = useActions();
  const scroller = useRef<HTMLDivElement>(null);
  const isHeading = useMemo(() => new Set([...headings, ...folded]), [headings, folded]);
  const selectedLine = selectedAt === null ? undefined : lineOf(lines, selectedAt);

  const virtual = useVirtualizer({
    count: itemCount,
    getScrollElement: () => scroller.current,
    // Sizes are looked up again only when this is another function: thousands of them, with every key and scroll.
    getItemKey: useCallback((line: number) => (isHeading.has(line) ? -line - 1 : line), [isHeading]),
    estimateSize: (line) => (isHeading.has(line) ? HEADING_PX : ROW_PX),
    paddingStart: MARGIN_PX,
    paddingEnd: MARGIN_PX,
    scrollPaddingStart: MARGIN_PX,
    scrollPaddingEnd: MARGIN_PX,
    overscan: 4,
    initialRect: { width: 400, height: 400 },
    // The selected option must exist while the search box points at it, even when it is scrolled away.
    rangeExtractor: useCallback(
      (range: Range) => {
        const visible = defaultRangeExtractor(range);
        if (selectedLine === undefined || visible.includes(selectedLine)) return visible;
        return [...visible, selectedLine].sort((a, b) => a - b);
      },
      [selectedLine],
    ),
  });

  const firstRow = headings[0] === 0 ? 1 : 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list has other headings, and is scrolled to its selection
  useEffect(() => {
    if (selectedBy !== 'keys' || selectedLine === undefined) return;
    // The first row brings its heading along.
    if (selectedLine === firstRow) virtual.scrollToOffset(0);
    else virtual.scrollToIndex(selectedLine, { align: 'auto' });
  }, [virtual, headings, firstRow, selectedLine, selectedBy]);

  const { startIndex = 0, endIndex = 0 } = virtual.range ?? {};
  // biome-ignore lint/correctness/useExhaustiveDependencies: lines that have come may not be all that are missing
  useEffect(() => reach(startIndex, endIndex), [reach, lines, startIndex, endIndex]);

  const shown = virtual.getVirtualItems();
  const selectedRow = selectedItem?.row;
  const selectedShown = shown.find(({ index }) => index === selectedLine);

  return (
    <div className="list" ref={scroller}>
      <div className="list-space" style={{ height: virtual.getTotalSize() }}>
        <div id={LIST_ID} role="listbox" aria-label={text.search.list}>
          {shown.map(({ index, start, key }) => {
            const item = index === selectedLine ? (selectedItem ?? selectedHeading) : lines.known.get(index);
            const place = { transform: `translateY(${start}px)` };
            // On its way, for a frame or two.
            if (!item) return <div key={key} className="list-place" style={place} />;
            if (item.kind === 'heading') {
              return (
                <div key={item.key} role="presentation" className="list-place" style={place}>
                  <ListHeading heading={item} count={stops} />
                </div>
              );
            }
            const { row } = item;
            return (
              <div key={row.name} role="presentation" className="list-place" style={place} data-index={index}>
                <ProfileRow
                  id={optionId(row.name)}
                  item={item}
                  session={sessions.byProfile[row.name]}
                  selected={item === selectedItem}
                  chosen={row.name === sessions.activeProfile}
                  signedOut={row.ssoSession !== undefined && signedOut.has(row.ssoSession)}
                  openingConsole={row.name === openingConsole}
                  count={stops}
                />
              </div>
            );
          })}
        </div>
        {selectedRow && selectedShown && (
          <div className="row-actions-place" style={{ transform: `translateY(${selectedShown.start}px)` }}>
            <RowActions
              row={selectedRow}
              session={sessions.byProfile[selectedRow.name]}
              chosen={selectedRow.name === sessions.activeProfile}
            />
          </div>
        )}
      </div>
    </div>
  );
}
