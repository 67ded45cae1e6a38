import { useActions, usePopover } from '../app/popover-context.ts';
import { Button } from '../parts/button.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { IconAgain, IconFile, IconKey, IconProblem, IconSearch, IconSignIn } from '../parts/icons.ts';
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

/** Nothing to list: because nothing is there yet, or because what is there cannot be read. */
export function NoProfiles() {
  const actions = useActions();
  const problems = usePopover((state) => state.overview.problems.length);
  const broken = problems > 0;
  return (
    <div className="list-state list-state-centre">
      <span className="list-state-icon">
        {broken ? (
          <IconProblem size={24} strokeWidth={1.5} aria-hidden />
        ) : (
          <IconFile size={24} strokeWidth={1.5} aria-hidden />
        )}
      </span>
      <h2 className="list-state-title">{broken ? text.empty.brokenTitle : text.empty.title}</h2>
      <p>{broken ? text.empty.brokenHint : text.empty.hint}</p>
      {broken ? (
        <Button look="primary" icon={IconProblem} onPress={() => actions.show({ kind: 'problems' })}>
          {text.empty.seeProblems(problems)}
        </Button>
      ) : (
        <>
          <Button look="primary" icon={IconKey} onPress={() => void actions.addAccessKey()}>
            {text.actions.addKey}
          </Button>
          <Button icon={IconSignIn} onPress={() => void actions.openSettings({ section: 'identity-center' })}>
            {text.empty.signIn}
          </Button>
        </>
      )}
      <p>{text.empty.orEdit}</p>
      <p className="list-state-demo">{text.welcome.demo}</p>
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
