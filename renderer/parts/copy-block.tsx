import { useRef, useState } from 'react';
import { text } from '../text.ts';
import { Button } from './button.tsx';
import { IconCheck, IconCopy } from './icons.ts';

interface CopyBlockProps {
  readonly label: string;
  readonly content: string;
}

type State = 'ready' | 'copied' | 'refused';

/** A text to be sent on: shown as it is, with a button that copies it. */
export function CopyBlock({ label, content }: CopyBlockProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [state, setState] = useState<State>('ready');

  function copy(): void {
    field.current?.select();
    // The asynchronous clipboard is a permission, and windows are given none.
    setState(document.execCommand('copy') ? 'copied' : 'refused');
  }

  return (
    <div className="copy-block">
      <div className="copy-head">
        <span className="copy-label">{label}</span>
        <Button size="compact" icon={state === 'copied' ? IconCheck : IconCopy} onPress={copy}>
          {{ ready: text.diagnosis.copy, copied: text.diagnosis.copied, refused: text.diagnosis.notCopied }[state]}
        </Button>
      </div>
      <textarea
        ref={field}
        className="copy-text"
        aria-label={label}
        readOnly
        rows={content.split('\n').length}
        wrap="off"
        value={content}
      />
    </div>
  );
}
