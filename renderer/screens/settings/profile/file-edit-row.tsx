import { useEffect, useState } from 'react';
import type { FileEdit, FilePreview } from '../../../../electron/core/contract.ts';
import type { Failure } from '../../../../electron/core/failure.ts';
import { useSettingsClient } from '../../../app/settings-context.ts';
import { Button } from '../../../parts/button.tsx';
import { DiffView } from '../../../parts/diff-view.tsx';
import { FailureNote } from '../../../parts/failure-note.tsx';
import { text } from '../../../text.ts';

interface FileEditRowProps {
  readonly edit: FileEdit;
  readonly onClose: () => void;
  /** It was written. */
  readonly onDone?: () => void;
}

/** The exact change of the user's file, in place, with the button that writes it. */
export function FileEditRow({ edit, onClose, onDone = onClose }: FileEditRowProps) {
  const client = useSettingsClient();
  const [preview, setPreview] = useState<FilePreview>();
  const [failure, setFailure] = useState<Failure>();
  const [applying, setApplying] = useState(false);
  const words = text.edit.of(edit);

  useEffect(() => {
    let shown = true;
    void client.previewFileEdit({ edit }).then((looked) => {
      if (!shown) return;
      if (looked.ok) setPreview(looked.value);
      else setFailure(looked.failure);
    });
    return () => {
      shown = false;
    };
  }, [client, edit]);

  async function apply(): Promise<void> {
    setApplying(true);
    const applied = await client.applyFileEdit({ edit });
    setApplying(false);
    if (applied.ok) onDone();
    else setFailure(applied.failure);
  }

  const changes = preview !== undefined && preview.diff !== '';
  return (
    <div className="key-edit">
      {failure && <FailureNote alert failure={failure} />}
      {!failure && !preview && <p className="setting-hint">{text.edit.checking}</p>}
      {preview && !changes && <p className="setting-hint">{text.edit.nothing}</p>}
      {changes && <p className="setting-hint">{words.hint}</p>}
      {changes && <DiffView path={preview.path} diff={preview.diff} />}
      <div className="note-actions row-end">
        <Button size="compact" onPress={onClose}>
          {changes ? text.edit.cancel : text.actions.close}
        </Button>
        {changes && (
          <Button size="compact" look="primary" autoFocus busy={applying} onPress={() => void apply()}>
            {applying ? text.edit.applying : words.apply}
          </Button>
        )}
      </div>
    </div>
  );
}
