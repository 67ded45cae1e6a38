import type { ReactNode } from 'react';
import { useActions, usePopover } from '../app/popover-context.ts';
import {
  IconFile,
  IconKey,
  IconKeys,
  IconNext,
  IconProfiles,
  IconSafe,
  IconSignIn,
  IconWarning,
} from '../parts/icons.ts';
import { text } from '../text.ts';

const words = text.welcome;

/** The first start: what was found, that nothing was changed, and three ways on. */
export function Welcome() {
  const actions = useActions();
  const { profiles, keysInClear, identityCenter, lacksKey, defaultHandedOver } = usePopover((state) => state.overview);
  const inClear = keysInClear.length;
  const then = (act: () => void) => () => {
    actions.leaveWelcome();
    act();
  };

  return (
    <div className="welcome">
      <h2 className="welcome-title">{words.title(profiles)}</h2>
      <ul className="welcome-facts">
        {inClear > 0 && <Fact icon={IconWarning}>{words.inClear(inClear)}</Fact>}
        {identityCenter.sessions > 0 && <Fact icon={IconSignIn}>{words.signIns(identityCenter)}</Fact>}
        <Fact icon={IconSafe}>{words.nothingChanged}</Fact>
      </ul>
      <h3 className="welcome-next">{words.next}</h3>
      <ol className="welcome-steps">
        {inClear > 0 ? (
          <Step icon={IconKeys} {...words.take(inClear)} onPress={then(() => actions.show({ kind: 'clear-keys' }))} />
        ) : lacksKey !== undefined ? (
          <Step icon={IconKey} {...words.addKey} onPress={then(() => void actions.addAccessKey(lacksKey))} />
        ) : (
          identityCenter.sessions > 0 && (
            <Step
              icon={IconSignIn}
              {...words.signIn}
              onPress={then(() => void actions.openSettings({ section: 'identity-center' }))}
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

function Fact({ icon: Icon, children }: { readonly icon: typeof IconKey; readonly children: ReactNode }) {
  return (
    <li className="welcome-fact">
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <span>{children}</span>
    </li>
  );
}

interface StepProps {
  readonly icon: typeof IconKey;
  readonly action: string;
  readonly hint: string;
  readonly onPress: () => void;
}

function Step({ icon: Icon, action, hint, onPress }: StepProps) {
  return (
    <li>
      <button type="button" className="welcome-step" onClick={onPress}>
        <Icon size={16} strokeWidth={1.75} aria-hidden />
        <span className="welcome-words">
          <span className="welcome-action">{action}</span> <span className="welcome-hint">{hint}</span>
        </span>
        <IconNext size={16} strokeWidth={1.75} aria-hidden />
      </button>
    </li>
  );
}
