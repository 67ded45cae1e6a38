import { useSettingsClient } from '../../app/settings-context.ts';
import { Button } from '../../parts/button.tsx';
import { text } from '../../text.ts';
import { type KeyEditKind, KeyEditView, useKeyEdit } from '../key-edit.tsx';

interface KeyEditRowProps {
  readonly profile: string;
  readonly kind: KeyEditKind;
  readonly onClose: () => void;
}

/** The change of a file around a key, in place under its row. */
export function KeyEditRow({ profile, kind, onClose }: KeyEditRowProps) {
  const client = useSettingsClient();
  const { step, apply } = useKeyEdit(client, profile, kind);
  const words = text.keyEdit[kind];
  const offered = step.at === 'offered' || step.at === 'applying' ? step.edit : undefined;
  return (
    <div className="key-edit">
      {step.at !== 'done' && <p className="setting-hint">{words.hint}</p>}
      <KeyEditView step={step} profile={profile} kind={kind} />
      <div className="note-actions">
        <Button size="compact" autoFocus onPress={onClose}>
          {offered ? text.edit.cancel : text.actions.close}
        </Button>
        {offered && (
          <Button size="compact" look="primary" busy={step.at === 'applying'} onPress={() => void apply(offered)}>
            {step.at === 'applying' ? words.applying : words.apply}
          </Button>
        )}
      </div>
    </div>
  );
}
