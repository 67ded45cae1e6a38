import { useEffect, useState } from 'react';
import type { CallOutput } from '../../../electron/core/contract.ts';
import { useSettingsActions, useSettingsClient } from '../../app/settings-context.ts';
import { Group, Page } from '../../parts/page.tsx';
import { Setting } from '../../parts/setting.tsx';
import { text } from '../../text.ts';

const words = text.settings.about;

/** Which program runs, and that it asks nobody for another. */
export function AboutPage() {
  const client = useSettingsClient();
  const { fail } = useSettingsActions();
  const [about, setAbout] = useState<CallOutput<'about'>>();

  useEffect(() => {
    void client.about({}).then((answer) => (answer.ok ? setAbout(answer.value) : fail(answer.failure)));
  }, [client, fail]);

  return (
    <Page title={text.settings.sections.about.title} hint={text.settings.sections.about.hint}>
      {about && (
        <Group title={words.program}>
          <dl className="facts">
            <Fact name={words.version}>{about.version}</Fact>
            <Fact name={words.runtime}>{about.runtime}</Fact>
            <Fact name={words.folder}>{about.folder}</Fact>
          </dl>
        </Group>
      )}
      <Group title={words.updates}>
        <Setting label={words.noUpdates} hint={words.noUpdatesHint} />
      </Group>
    </Page>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
