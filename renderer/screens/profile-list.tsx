import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef } from 'react';
import { usePopover } from '../app/popover-context.ts';
import { text } from '../text.ts';
import { LIST_ID, optionId } from './option-id.ts';
import { ProfileRow } from './profile-row.tsx';
import { RowActions } from './row-actions.tsx';

const ROW_PX = 48;
const HEADING_PX = 28;
const MARGIN_PX = 8;

/** The virtual list: a few rows exist however many profiles there are, and only those that can be seen have a clock. */
export function ProfileList() {
  const { items, rowItems, positions } = usePopover((state) => state.found);
  const sessions = usePopover((state) => state.sessions);
  const selected = usePopover((state) => state.selected);
  const selectedBy = usePopover((state) => state.selectedBy);
  const openingConsole = usePopover((state) => state.openingConsole);
  const scroller = useRef<HTMLDivElement>(null);
  const selectedItem = selected === null ? undefined : rowItems[positions.get(selected) ?? -1];

  const signedOut = usePopover((state) => state.signedOut);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    getItemKey: (at) => items[at]?.key ?? at,
    estimateSize: (at) => (items[at]?.kind === 'row' ? ROW_PX : HEADING_PX),
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
        if (selectedItem === undefined || visible.includes(selectedItem)) return visible;
        return [...visible, selectedItem].sort((a, b) => a - b);
      },
      [selectedItem],
    ),
  });

  useEffect(() => {
    if (selectedBy !== 'keys' || selectedItem === undefined) return;
    // The first row brings its heading along.
    if (selectedItem === rowItems[0]) virtual.scrollToOffset(0);
    else virtual.scrollToIndex(selectedItem, { align: 'auto' });
  }, [virtual, rowItems, selectedItem, selectedBy]);

  const shown = virtual.getVirtualItems();
  const selectedShown = shown.find(({ index }) => index === selectedItem);
  const selectedRow = selectedShown && items[selectedShown.index];

  return (
    <div className="list" ref={scroller}>
      <div className="list-space" style={{ height: virtual.getTotalSize() }}>
        <div id={LIST_ID} role="listbox" aria-label={text.search.list}>
          {shown.map(({ index, start, key }) => {
            const item = items[index];
            if (!item) return null;
            const place = { transform: `translateY(${start}px)` };
            if (item.kind === 'heading') {
              return (
                <div key={key} className="list-heading" role="presentation" aria-hidden="true" style={place}>
                  {item.text}
                </div>
              );
            }
            const { row } = item;
            return (
              <div key={key} role="presentation" className="list-place" style={place} data-index={index}>
                <ProfileRow
                  id={optionId(row.name)}
                  row={row}
                  session={sessions.byProfile[row.name]}
                  selected={row.name === selected}
                  chosen={row.name === sessions.activeProfile}
                  signedOut={row.ssoSession !== undefined && signedOut.has(row.ssoSession)}
                  openingConsole={row.name === openingConsole}
                  position={item.position}
                  count={rowItems.length}
                />
              </div>
            );
          })}
        </div>
        {selectedRow?.kind === 'row' && (
          <div className="row-actions-place" style={{ transform: `translateY(${selectedShown?.start ?? 0}px)` }}>
            <RowActions
              row={selectedRow.row}
              session={sessions.byProfile[selectedRow.row.name]}
              chosen={selectedRow.row.name === sessions.activeProfile}
            />
          </div>
        )}
      </div>
    </div>
  );
}
