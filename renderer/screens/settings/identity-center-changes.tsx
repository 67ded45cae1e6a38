import type { ImportPlan } from '../../../electron/core/contract.ts';
import { Button } from '../../parts/button.tsx';
import { DiffView } from '../../parts/diff-view.tsx';
import { Group } from '../../parts/page.tsx';
import { text } from '../../text.ts';
import type { ImportMode } from './identity-center-import.tsx';

interface ImportChangesProps {
  readonly plan: ImportPlan;
  readonly mode: ImportMode;
  readonly busy: boolean;
  readonly onBack?: (() => void) | undefined;
  readonly onWrite: () => void;
  readonly onDone: () => void;
}

/** What would be written: by name first, and the exact lines for who wants them. */
export function ImportChanges({ plan, mode, busy, onBack, onWrite, onDone }: ImportChangesProps) {
  const words = text.identityCenter.importing;
  const { counts, added, removed, renamed, left, preview } = plan;
  const changes = counts.added + counts.removed + counts.renamed;
  return (
    <>
      {changes === 0 && (
        <div className="note note-good" role="status">
          <div className="note-words">
            <p className="note-message">{words.nothing}</p>
            <p className="note-remedy">{words.nothingHint}</p>
          </div>
        </div>
      )}
      <Changes title={words.added(counts.added)} count={counts.added} kind="added" sign="+">
        {added.map(({ profile, accountName, roleName }) => ({
          name: profile,
          aside: `${accountName} · ${roleName}`,
        }))}
      </Changes>
      <Changes title={words.renamed(counts.renamed)} count={counts.renamed} kind="renamed" sign="→">
        {renamed.map(({ profile, from }) => ({ name: `${from} → ${profile}`, aside: '' }))}
      </Changes>
      <Changes title={words.removed(counts.removed)} count={counts.removed} kind="removed" sign="−">
        {removed.map(({ profile, accountId, roleName }) => ({ name: profile, aside: `${accountId} · ${roleName}` }))}
      </Changes>
      <Changes title={words.left(counts.left)} count={counts.left} kind="left" sign="·">
        {left.map(({ profile, why, because }) => ({
          name: profile,
          aside: `${words.leftWhy[why]}; ${words.leftBecause[because]}`,
        }))}
      </Changes>
      {preview.diff !== '' && (
        <div className="group-rows">
          <details className="exact">
            <summary>{words.exact}</summary>
            <DiffView path={preview.path} diff={preview.diff} />
          </details>
        </div>
      )}
      <div className="wizard-actions">
        <span className="wizard-aside">{counts.already > 0 && words.already(counts.already)}</span>
        {onBack && (
          <Button look="quiet" onPress={onBack}>
            {words.back}
          </Button>
        )}
        {changes === 0 ? (
          <Button look="primary" onPress={onDone}>
            {words.finish}
          </Button>
        ) : (
          <Button look="primary" busy={busy} onPress={onWrite}>
            {mode === 'import' ? words.write(counts.added) : words.apply}
          </Button>
        )}
      </div>
    </>
  );
}

interface ChangesProps {
  readonly title: string;
  readonly count: number;
  readonly kind: 'added' | 'renamed' | 'removed' | 'left';
  readonly sign: string;
  readonly children: readonly { readonly name: string; readonly aside: string }[];
}

function Changes({ title, count, kind, sign, children }: ChangesProps) {
  if (count === 0) return null;
  const hidden = count - children.length;
  return (
    <Group title={title}>
      <ul className="changes">
        {children.map(({ name, aside }) => (
          <li key={name} className={`change change-${kind}`}>
            <span className="change-sign" aria-hidden="true">
              {sign}
            </span>
            <span className="change-words">
              {name} <span className="change-aside">{aside}</span>
            </span>
          </li>
        ))}
        {hidden > 0 && <li className="change change-aside">{text.identityCenter.importing.more(hidden)}</li>}
      </ul>
    </Group>
  );
}
