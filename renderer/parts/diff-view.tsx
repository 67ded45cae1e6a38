import { diffLines } from '../model/diff-lines.ts';
import { text } from '../text.ts';

const SIGNS = { added: '+', removed: '−', same: ' ', place: '' } as const;

/** The exact lines that change, told apart by sign and tint. */
export function DiffView({ path, diff }: { path: string; diff: string }) {
  return (
    <figure className="diff">
      <figcaption className="diff-path">{path}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="diff-lines" aria-label={text.edit.diff(path)} tabIndex={0}>
        {diffLines(diff).map((line, at) => (
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
    </figure>
  );
}
