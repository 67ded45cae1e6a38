import { type ReactNode, useEffect, useRef } from 'react';
import { text } from '../text.ts';
import { IconButton } from './button.tsx';
import { IconBack } from './icons.ts';
import { ProductionMark } from './production-mark.tsx';

interface PanelProps {
  readonly title: string;
  readonly hint?: string;
  /** It is about a role of production. */
  readonly production?: boolean | undefined;
  readonly onBack: () => void;
  /** Buttons at the bottom; the content scrolls above them. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A sheet over the list, with a way back. Focus moves into it, so that Escape and Tab mean it. */
export function Panel({ title, hint, production, onBack, actions, children }: PanelProps) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    // A field that asked for focus keeps it.
    if (!panel.current?.contains(document.activeElement)) panel.current?.focus();
  }, []);
  return (
    <section ref={panel} className="panel" aria-label={title} tabIndex={-1}>
      <div className="panel-head">
        <IconButton label={text.actions.back} icon={IconBack} onPress={onBack} />
        <h2 className="panel-title">{title}</h2>
        {production && <ProductionMark />}
      </div>
      <div className="panel-body">
        {hint && <p className="panel-hint">{hint}</p>}
        {children}
      </div>
      {actions && <div className="panel-actions">{actions}</div>}
    </section>
  );
}
