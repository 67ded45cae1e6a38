import { useState } from 'react';
import type { CallOutput } from '../../../electron/core/contract.ts';
import type { Failure } from '../../../electron/core/failure.ts';
import { useSettingsClient } from '../../app/settings-context.ts';
import { keyFacts } from '../../model/key-facts.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNote } from '../../parts/failure-note.tsx';
import { IconCheck } from '../../parts/icons.ts';
import { Question } from '../../parts/question.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { useFocusBack } from '../../parts/use-focus-back.ts';
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
  const rotateButton = useFocusBack<HTMLButtonElement>(asked === 'rotate' || step !== undefined);
  const putBackButton = useFocusBack<HTMLButtonElement>(asked === 'put-back');
  const removeButton = useFocusBack<HTMLButtonElement>(asked === 'remove');

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
            <Button ref={rotateButton} size="compact" onPress={() => setAsked('rotate')}>
              {row.rotatingSince === undefined ? words.rotateAsks : words.goOn}
            </Button>
            {row.takenFrom && (
              <Button ref={putBackButton} size="compact" onPress={() => setAsked('put-back')}>
                {words.putBack}
              </Button>
            )}
            <Button ref={removeButton} size="compact" onPress={() => setAsked('remove')}>
              {text.keys.removeAsks}
            </Button>
          </div>
        )}
      </div>
      {step && (
        <div className="key-progress">
          <StateMark mark="requesting" left={0} chosen={false} />
          <span className="setting-hint" aria-hidden>
            {words.steps[step]}
          </span>
          <Button size="compact" onPress={() => void client.stopRotation({ profile })}>
            {words.stop}
          </Button>
        </div>
      )}
      {/* There before it has words: what comes into a page with its words is often not said. */}
      <p className="unseen" role="status">
        {step ? words.steps[step] : replaced !== undefined && words.rotated(replaced)}
      </p>
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
        <p className="note note-good">
          <IconCheck size={16} strokeWidth={1.75} aria-hidden />
          <span className="note-words" aria-hidden>
            {words.rotated(replaced)}
          </span>
        </p>
      )}
      {failure && !step && <FailureNote alert failure={failure} onDismiss={() => setFailure(undefined)} />}
    </div>
  );
}
