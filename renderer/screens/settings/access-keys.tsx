import { useSettingsClient } from '../../app/settings-context.ts';
import { Button } from '../../parts/button.tsx';
import { IconKey } from '../../parts/icons.ts';
import { Page } from '../../parts/page.tsx';
import { text } from '../../text.ts';
import { AccessKeyList } from '../access-key-list.tsx';

/** The base keys in the keychain. */
export function AccessKeysPage() {
  const client = useSettingsClient();
  return (
    <Page
      title={text.settings.sections['access-keys'].title}
      hint={text.settings.sections['access-keys'].hint}
      actions={
        <Button look="primary" icon={IconKey} onPress={() => void client.showAccessKeyWindow({})}>
          {text.actions.addKey}
        </Button>
      }
    >
      <AccessKeyList client={client} />
    </Page>
  );
}
