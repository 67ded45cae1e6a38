import { useActions, usePopoverClient } from '../app/popover-context.ts';
import { Button } from '../parts/button.tsx';
import { IconKey } from '../parts/icons.ts';
import { Panel } from '../parts/panel.tsx';
import { text } from '../text.ts';
import { AccessKeyList } from './access-key-list.tsx';

/** The popover's view of the keys in the keychain. */
export function AccessKeysPanel() {
  const client = usePopoverClient();
  const actions = useActions();
  return (
    <Panel
      title={text.keys.title}
      hint={text.keys.hint}
      onBack={() => actions.show(null)}
      actions={
        <Button look="primary" icon={IconKey} onPress={() => void actions.addAccessKey()}>
          {text.actions.addKey}
        </Button>
      }
    >
      <AccessKeyList client={client} />
    </Panel>
  );
}
