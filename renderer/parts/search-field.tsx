import { IconButton } from './button.tsx';
import { IconClose, IconSearch } from './icons.ts';

interface SearchFieldProps {
  readonly label: string;
  /** The name of the button that empties it. */
  readonly clear: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const LONGEST = 200;

/** The search over a list, as the first line of its card. */
export function SearchField({ label, clear, value, onChange }: SearchFieldProps) {
  return (
    <div className="search-field">
      <IconSearch size={16} strokeWidth={1.75} aria-hidden />
      <input
        type="search"
        className="search-field-input"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value.slice(0, LONGEST))}
      />
      {value !== '' && <IconButton label={clear} icon={IconClose} onPress={() => onChange('')} />}
    </div>
  );
}
