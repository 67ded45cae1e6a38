import { useEffect } from 'react';
import type { CallOutput } from '../../electron/core/contract.ts';
import { Button } from '../parts/button.tsx';
import { IconSafe } from '../parts/icons.ts';
import { cancels } from '../parts/keys.tsx';
import { useWindowKeys } from '../parts/use-window-keys.ts';
import { text } from '../text.ts';

const READ_MS = 4000;

interface KeySavedProps {
  readonly saved: CallOutput<'addAccessKey'>;
  readonly onClose: () => void;
}

/** Who AWS says the key belongs to; long enough to read, then the window closes. */
export function KeySaved({ saved, onClose }: KeySavedProps) {
  useEffect(() => {
    const timer = setTimeout(onClose, READ_MS);
    return () => clearTimeout(timer);
  }, [onClose]);

  useWindowKeys((event) => cancels(event) && onClose());

  return (
    <main className="access-key access-key-saved">
      <div role="status">
        <span className="saved-icon">
          <IconSafe size={28} strokeWidth={1.5} aria-hidden />
        </span>
        <h1 className="window-title">{text.accessKey.saved}</h1>
        <p className="window-hint">{text.accessKey.savedHint(saved.profile)}</p>
        <p className="saved-arn">{saved.userArn}</p>
        <p className="saved-arn saved-id">{saved.accessKeyId}</p>
      </div>
      <div className="window-actions">
        <Button look="primary" autoFocus onPress={onClose}>
          {text.actions.close}
        </Button>
      </div>
    </main>
  );
}
