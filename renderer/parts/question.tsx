import { text } from '../text.ts';
import { Button } from './button.tsx';

interface QuestionProps {
  readonly message: string;
  readonly hint: string;
  readonly yes: string;
  readonly danger?: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks once more, in place, before what cannot be undone; Enter on it does nothing that hurts. */
export function Question({ message, hint, yes, danger, onYes, onNo }: QuestionProps) {
  return (
    <div className="question" role="alert">
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
