import { useActions, usePopover } from '../app/popover-context.ts';
import { Button } from '../parts/button.tsx';
import { IconFile, IconKey, IconKeys, IconProfiles } from '../parts/icons.ts';
import { text } from '../text.ts';

const words = text.welcome;

/** The first start: what was found, that nothing was changed, and three ways on. */
export function Welcome() {
  const actions = useActions();
  const { profiles, keysInClear, signIns, lacksKey, defaultHandedOver } = usePopover((state) => state.overview);
  const inClear = keysInClear.length;
  const then = (act: () => void) => () => {
    actions.leaveWelcome();
    act();
  };

  return (
    <div className="welcome">
      <h2 className="welcome-title">{words.title(profiles)}</h2>
      <p>{words.found(profiles, inClear, signIns)}</p>
      <p>{words.nothingChanged}</p>
      <ol className="welcome-steps">
        {inClear > 0 ? (
          <Step icon={IconKeys} {...words.take(inClear)} onPress={then(() => actions.show({ kind: 'clear-keys' }))} />
        ) : (
          lacksKey !== undefined && (
            <Step icon={IconKey} {...words.addKey} onPress={then(() => void actions.addAccessKey(lacksKey))} />
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
