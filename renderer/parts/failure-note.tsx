import type { ReactNode } from 'react';
import type { Failure } from '../../electron/core/failure.ts';
import { text } from '../text.ts';
import { IconButton } from './button.tsx';
import { classes } from './classes.ts';
import { IconClose, IconWarning } from './icons.ts';

interface FailureNoteProps {
  readonly failure: Pick<Failure, 'message' | 'remedy' | 'awsCode' | 'requestId'>;
  /** Said at once by screen readers: for what just went wrong. */
  readonly alert?: boolean;
  readonly onDismiss?: () => void;
  /** The buttons of the remedy. */
  readonly children?: ReactNode;
}

/** What happened, why, and what to do next. */
export function FailureNote({ failure, alert, onDismiss, children }: FailureNoteProps) {
  const aws = [failure.awsCode, failure.requestId].filter(Boolean).join(' · ');
  return (
    <div className={classes('note', 'note-bad', onDismiss && 'note-dismissable')} role={alert ? 'alert' : undefined}>
      <IconWarning size={16} strokeWidth={1.75} aria-hidden />
      <div className="note-words">
        <p className="note-message">{failure.message}</p>
        <p className="note-remedy">{failure.remedy}</p>
        {aws && <p className="note-code">{aws}</p>}
        {children && <div className="note-actions">{children}</div>}
      </div>
      {onDismiss && <IconButton label={text.actions.dismiss} icon={IconClose} onPress={onDismiss} />}
    </div>
  );
}
