import { Checkbox } from '@base-ui/react/checkbox';
import { IconCheck, IconSome } from './icons.ts';

interface CheckListProps {
  readonly label: string;
  /** The words of the box that means all of them. */
  readonly all: string;
  readonly items: readonly { readonly key: string; readonly name: string; readonly aside: string }[];
  /** Those that `all` means, also where not every one is drawn. */
  readonly keys: readonly string[];
  /** Said below when there are more than are drawn. */
  readonly more?: string | undefined;
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

/** Some of many, by checkboxes, with one for all of them. */
export function CheckList({ label, all, items, keys, more, chosen, onChange }: CheckListProps) {
  const count = keys.reduce((sum, key) => sum + (chosen.has(key) ? 1 : 0), 0);

  function toggle(which: readonly string[], on: boolean): void {
    const next = new Set(chosen);
    for (const key of which) {
      if (on) next.add(key);
      else next.delete(key);
    }
    onChange(next);
  }

  return (
    <fieldset className="choices" aria-label={label}>
      <Choice
        name={all}
        aside={`${count} / ${keys.length}`}
        on={count > 0 && count === keys.length}
        some={count > 0 && count < keys.length}
        onChange={(on) => toggle(keys, on)}
      />
      {items.map(({ key, name, aside }) => (
        <Choice key={key} name={name} aside={aside} on={chosen.has(key)} onChange={(on) => toggle([key], on)} />
      ))}
      {more && <p className="choice choice-aside">{more}</p>}
    </fieldset>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly aside: string;
  readonly on: boolean;
  readonly some?: boolean;
  readonly onChange: (on: boolean) => void;
}

function Choice({ name, aside, on, some = false, onChange }: ChoiceProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox brings its own input
    <label className="choice">
      <Checkbox.Root className="check" checked={on} indeterminate={some} onCheckedChange={onChange}>
        <Checkbox.Indicator className="check-mark">
          {some ? <IconSome size={12} strokeWidth={2.5} /> : <IconCheck size={12} strokeWidth={2.5} />}
        </Checkbox.Indicator>
      </Checkbox.Root>
      <span className="choice-name">{name}</span>
      <span className="choice-aside">{aside}</span>
    </label>
  );
}
