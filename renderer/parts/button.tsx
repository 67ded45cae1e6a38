import { type ComponentType, type MouseEvent, memo, type ReactNode, type Ref } from 'react';
import { classes } from './classes.ts';

type Icon = ComponentType<{ size?: number | string; strokeWidth?: number | string; 'aria-hidden'?: boolean }>;

interface ButtonProps {
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly size?: 'normal' | 'compact';
  readonly icon?: Icon;
  readonly type?: 'button' | 'submit';
  /** Stays in place and can be read, but does nothing: work is under way. */
  readonly busy?: boolean;
  readonly autoFocus?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly onPress?: () => void;
  readonly children: ReactNode;
}

export function Button({
  look = 'plain',
  size = 'normal',
  icon: Icon,
  type = 'button',
  busy,
  onPress,
  ...rest
}: ButtonProps) {
  return (
    <button
      ref={rest.ref}
      type={type}
      className={classes('button', `button-${look}`, size === 'compact' && 'button-compact')}
      aria-disabled={busy || undefined}
      // biome-ignore lint/a11y/noAutofocus: a panel that opens moves focus into itself
      autoFocus={rest.autoFocus}
      onClick={busy ? swallow : onPress}
    >
      {Icon && <Icon size={14} strokeWidth={1.75} aria-hidden />}
      <span>{rest.children}</span>
    </button>
  );
}

/** Drawn once for each icon, however often what it stands for becomes another. */
const Drawing = memo(function Drawing({ icon: Icon }: { icon: Icon }) {
  return <Icon size={16} strokeWidth={1.75} aria-hidden />;
});

interface IconButtonProps {
  readonly label: string;
  readonly icon: Icon;
  readonly onPress: () => void;
  /** Pressing with the mouse leaves focus where it is, in the search box. */
  readonly keepFocus?: boolean;
  /** It opens a menu, which is open or not. */
  readonly menuOpen?: boolean;
}

/** A button that shows only an icon; the label is its name and its tooltip. */
export function IconButton({ label, icon, onPress, keepFocus, menuOpen }: IconButtonProps) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      aria-haspopup={menuOpen === undefined ? undefined : 'menu'}
      aria-expanded={menuOpen}
      title={label}
      onMouseDown={keepFocus ? swallow : undefined}
      onClick={onPress}
    >
      <Drawing icon={icon} />
    </button>
  );
}

function swallow(event: MouseEvent): void {
  event.preventDefault();
}
