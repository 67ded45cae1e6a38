import { useActions, usePopover } from '../app/popover-context.ts';
import { Button } from '../parts/button.tsx';
import { IconFile, IconKey, IconKeys, IconProfiles } from '../parts/icons.ts';
import { text } from '../text.ts';

const words = text.welcome;

/** The first start: what was found, that nothing was changed, and three ways on. */
export function Welcome() {
  const actions = useActions();
  const { rows, keysInClear = [], defaultHandedOver } = usePopover((state) => state.catalog);
  const signIns = new Set(rows.flatMap((row) => (row.kind === 'identity-center' ? [row.source ?? row.name] : []))).size;
  const inClear = keysInClear.length;
  const lackKey = rows.find(({ failure }) => failure?.kind === 'key-missing');
  const then = (act: () => void) => () => {
    actions.leaveWelcome();
    act();
  };

  return (
    <div className="welcome">
      <h2 className="welcome-title">{words.title(rows.length)}</h2>
      <p>{words.found(rows.length, inClear, signIns)}</p>
      <p>{words.nothingChanged}</p>
      <ol className="welcome-steps">
        {inClear > 0 ? (
          <Step icon={IconKeys} {...words.take(inClear)} onPress={then(() => actions.show({ kind: 'clear-keys' }))} />
        ) : (
          lackKey && (
            <Step
              icon={IconKey}
              {...words.addKey}
              onPress={then(() => void actions.addAccessKey(lackKey.failure?.profile))}
            />
          )
        )}
        {!defaultHandedOver && (
          <Step
            icon={IconFile}
            {...words.handOver}
            onPress={then(() => actions.show({ kind: 'file-edit', edit: { kind: 'hand-over-default' } }))}
          />
        )}
        <Step icon={IconProfiles} {...words.list} onPress={then(() => undefined)} />
      </ol>
      <p className="welcome-demo">{words.demo}</p>
    </div>
  );
}

interface StepProps {
  readonly icon: typeof IconKey;
  readonly action: string;
  readonly hint: string;
  readonly onPress: () => void;
}

function Step({ icon, action, hint, onPress }: StepProps) {
  return (
    <li className="welcome-step">
      <Button icon={icon} size="compact" onPress={onPress}>
        {action}
      </Button>
      <p className="panel-hint">{hint}</p>
    </li>
  );
}
