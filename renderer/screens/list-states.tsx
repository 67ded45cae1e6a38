import { useActions, usePopover } from '../app/popover-context.ts';
import { Button } from '../parts/button.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { IconAgain, IconFile, IconKey, IconSearch } from '../parts/icons.ts';
import { text } from '../text.ts';

/** Still rows while the first answer is on its way; they come after a moment, so that a fast answer never flickers. */
export function Loading() {
  return (
    <div className="loading" role="status">
      <span className="unseen">{text.loading}</span>
      {[62, 48, 70, 54, 44].map((width) => (
        <div key={width} className="loading-row" aria-hidden="true">
          <span className="loading-mark" />
          <span className="loading-words">
            <span className="loading-bar" style={{ width: `${width}%` }} />
            <span className="loading-bar loading-bar-soft" style={{ width: `${width + 22}%` }} />
          </span>
        </div>
      ))}
    </div>
  );
}

export function Unreadable() {
  const actions = useActions();
  const failure = usePopover((state) => state.failure);
  return (
    <div className="list-state">
      <h2 className="list-state-title">{text.unreadable}</h2>
      {failure && (
        <FailureNote alert failure={failure}>
          <Button size="compact" icon={IconAgain} onPress={() => void actions.load()}>
            {text.actions.tryAgain}
          </Button>
        </FailureNote>
      )}
    </div>
  );
}

export function NoProfiles() {
  const actions = useActions();
  return (
    <div className="list-state list-state-centre">
      <span className="list-state-icon">
        <IconFile size={24} strokeWidth={1.5} aria-hidden />
      </span>
      <h2 className="list-state-title">{text.empty.title}</h2>
      <p>{text.empty.hint}</p>
      <p>{text.empty.key}</p>
      <Button look="primary" icon={IconKey} onPress={() => void actions.addAccessKey()}>
        {text.actions.addKey}
      </Button>
      <p>{text.empty.orEdit}</p>
    </div>
  );
}

export function NoMatch() {
  const query = usePopover((state) => state.query);
  return (
    <div className="list-state list-state-centre" role="status">
      <span className="list-state-icon">
        <IconSearch size={24} strokeWidth={1.5} aria-hidden />
      </span>
      <h2 className="list-state-title">{text.search.noMatch(query.trim())}</h2>
      <p>{text.search.noMatchHint}</p>
    </div>
  );
}
