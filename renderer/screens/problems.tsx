import { useActions, usePopover } from '../app/popover-context.ts';
import { Panel } from '../parts/panel.tsx';
import { text } from '../text.ts';

/** What is wrong in the user's files, and where. The rest of the files works. */
export function ProblemsPanel() {
  const actions = useActions();
  const problems = usePopover((state) => state.overview.problems);
  return (
    <Panel title={text.problems.title} hint={text.problems.hint} onBack={() => actions.show(null)}>
      <ul className="plain-list">
        {problems.map(({ file, line, message, remedy }) => (
          <li key={`${file}:${line}:${message}`} className="card">
            <p className="card-code">{text.problems.at(file, line)}</p>
            <p className="note-message">{message}</p>
            <p className="note-remedy">{remedy}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
