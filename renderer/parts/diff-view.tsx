import { useMemo, useState } from 'react';
import { diffLines } from '../model/diff-lines.ts';
import { text } from '../text.ts';
import { Button } from './button.tsx';

const SIGNS = { added: '+', removed: '−', same: ' ', place: '' } as const;

/** Importing an organisation changes tens of thousands: nobody reads them all, and drawing them takes seconds. */
const DRAWN_AT_ONCE = 300;

/** The exact lines that change, told apart by sign and tint; of very many the first ones, and more when asked for. */
export function DiffView({ path, diff }: { path: string; diff: string }) {
  const lines = useMemo(() => diffLines(diff), [diff]);
  const [drawn, setDrawn] = useState(DRAWN_AT_ONCE);
  const left = lines.length - drawn;
  return (
    <figure className="diff">
      <figcaption className="diff-path">{path}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="diff-lines" aria-label={text.edit.diff(path)} tabIndex={0}>
        {lines.slice(0, drawn).map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a diff is never reordered
          <div key={at} className={`diff-line diff-${line.kind}`}>
            <span className="diff-sign" aria-hidden="true">
              {SIGNS[line.kind]}
            </span>
            {(line.kind === 'added' || line.kind === 'removed') && (
              <span className="unseen">{text.edit[line.kind]}: </span>
            )}
            <span>{line.text}</span>
          </div>
        ))}
      </section>
      {left > 0 && (
        <div className="diff-more">
          <Button size="compact" onPress={() => setDrawn(drawn + Math.min(left, DRAWN_AT_ONCE))}>
            {text.edit.moreLines(Math.min(left, DRAWN_AT_ONCE), left)}
          </Button>
        </div>
      )}
    </figure>
  );
}
