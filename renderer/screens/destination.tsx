import type { Failure } from '../../electron/core/failure.ts';
import { usePopover } from '../app/popover-context.ts';
import { IconConsole } from '../parts/icons.ts';
import { text } from '../text.ts';

const words = text.destination;

/** What Enter opens while an ARN or a link stands in the search box, and as whom. */
export function DestinationLine() {
  const found = usePopover(({ destination }) => (destination?.state === 'found' ? destination : null));
  const selected = usePopover((state) => state.selected);
  if (!found || selected === null) return null;
  return (
    <p className="destination" role="status">
      <IconConsole size={16} strokeWidth={1.75} aria-hidden />
      <span className="destination-words">
        {words.opens} <strong>{found.what}</strong>{' '}
        {found.region !== undefined && <span className="destination-region">{words.in(found.region)} </span>}
        {words.as} <strong>{selected}</strong>
      </span>
    </p>
  );
}

/** Why an ARN or a link leads nowhere, in place of the list. */
export function NoDestination({ failure }: { failure: Failure }) {
  return (
    <div className="list-state list-state-centre" role="status">
      <span className="list-state-icon">
        <IconConsole size={24} strokeWidth={1.5} aria-hidden />
      </span>
      <h2 className="list-state-title">{words.nowhere}</h2>
      <p>{failure.message}</p>
      <p>{failure.remedy}</p>
    </div>
  );
}
