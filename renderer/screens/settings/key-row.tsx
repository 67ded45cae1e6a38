import { useState } from 'react';
import type { CallOutput } from '../../../electron/core/contract.ts';
import type { Failure } from '../../../electron/core/failure.ts';
import { useSettingsClient } from '../../app/settings-context.ts';
import { keyFacts } from '../../model/key-facts.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNote } from '../../parts/failure-note.tsx';
import { IconCheck } from '../../parts/icons.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { text } from '../../text.ts';
import { KeyEditRow } from './key-edit-row.tsx';

type Key = CallOutput<'listAccessKeys'>['accessKeys'][number];
type Step = CallOutput<'currentRotations'>['rotations'][number]['step'];
type Asked = 'rotate' | 'remove' | 'put-back';

interface KeyRowProps {
  readonly row: Key;
  /** Where its rotation is, while one is under way. */
  readonly step: Step | undefined;
  readonly onChanged: () => void;
}

/** One key: what is known of it, and what can be done with it. Whatever cannot be undone asks once more, in place. */
export function KeyRow({ row, step, onChanged }: KeyRowProps) {
  const client = useSettingsClient();
  const { profile } = row;
  const words = text.keyCare;
  const [asked, setAsked] = useState<Asked>();
  const [failure, setFailure] = useState<Failure>();
  const [replaced, setReplaced] = useState<string>();

  async function rotate(): Promise<void> {
    setAsked(undefined);
    setFailure(undefined);
    setReplaced(undefined);
    const rotated = await client.rotateAccessKey({ profile });
    if (rotated.ok) setReplaced(rotated.value.replaced);
    else setFailure(rotated.failure);
    onChanged();
  }

  async function remove(): Promise<void> {
    setAsked(undefined);
    const removed = await client.removeAccessKey({ profile });
    if (!removed.ok) setFailure(removed.failure);
    onChanged();
  }

  return (
    <div className="setting setting-below">
      <div className="card-line">
        <div className="setting-words">
          <p className="setting-label">{profile}</p>
          <p className="device-serial">{row.accessKeyId}</p>
          <p className="device-serial">{row.userArn}</p>
          <p className="setting-hint">{keyFacts(row, Date.now())}</p>
        </div>
        {!asked && !step && (
          <div className="key-actions">
            <Button size="compact" onPress={() => setAsked('rotate')}>
              {row.rotatingSince === undefined ? words.rotate : words.goOn}
            </Button>
            {row.takenFrom && (
              <Button size="compact" onPress={() => setAsked('put-back')}>
                {words.putBack}
              </Button>
            )}
            <Button size="compact" onPress={() => setAsked('remove')}>
              {text.keys.remove}
            </Button>
          </div>
        )}
      </div>
      {step && (
        <div className="key-progress" role="status">
          <StateMark mark="requesting" left={0} chosen={false} />
          <span className="setting-hint">{words.steps[step]}</span>
          <Button size="compact" onPress={() => void client.stopRotation({ profile })}>
            {words.stop}
          </Button>
        </div>
      )}
      {!step && !asked && row.rotatingSince !== undefined && !failure && (
        <p className="setting-hint">{words.interrupted}</p>
      )}
      {asked === 'rotate' && (
        <Question
          message={words.confirmRotate(profile)}
          hint={words.confirmRotateHint}
          yes={words.rotate}
          onYes={() => void rotate()}
          onNo={() => setAsked(undefined)}
        />
      )}
      {asked === 'remove' && (
        <Question
          danger
          message={text.keys.confirm(profile)}
          hint={row.rotatingSince === undefined ? text.keys.confirmHint : text.keys.confirmHalfRotated}
          yes={text.keys.remove}
          onYes={() => void remove()}
          onNo={() => setAsked(undefined)}
        />
      )}
      {asked === 'put-back' && (
        <KeyEditRow
          profile={profile}
          kind="put-back"
          onClose={() => {
            setAsked(undefined);
            onChanged();
          }}
        />
      )}
      {replaced !== undefined && !step && (
        <p className="note note-good" role="status">
          <IconCheck size={16} strokeWidth={1.75} aria-hidden />
          <span className="note-words">{words.rotated(replaced)}</span>
        </p>
      )}
      {failure && !step && <FailureNote alert failure={failure} onDismiss={() => setFailure(undefined)} />}
    </div>
  );
}

interface QuestionProps {
  readonly message: string;
  readonly hint: string;
  readonly yes: string;
  readonly danger?: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

function Question({ message, hint, yes, danger, onYes, onNo }: QuestionProps) {
  return (
    <div>
      <p className="note-message">{message}</p>
      <p className="note-remedy">{hint}</p>
      <div className="note-actions">
        <Button size="compact" autoFocus onPress={onNo}>
          {text.edit.cancel}
        </Button>
        <Button size="compact" look={danger ? 'danger' : 'primary'} onPress={onYes}>
          {yes}
        </Button>
      </div>
    </div>
  );
}
