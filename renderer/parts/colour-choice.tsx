import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';

interface ColourChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  /** `paint` is the colour shown; without one the choice is a word. */
  readonly choices: readonly { readonly value: T; readonly label: string; readonly paint?: string }[];
  readonly onChange: (value: T) => void;
}

/** One of a few colours, each with a name for those who do not see them. */
export function ColourChoice<T extends string>({ label, value, choices, onChange }: ColourChoiceProps<T>) {
  return (
    <RadioGroup className="colours" aria-label={label} value={value} onValueChange={(next) => onChange(next as T)}>
      {choices.map((choice) => (
        <Radio.Root
          key={choice.value}
          value={choice.value}
          className={choice.paint ? 'colour' : 'colour colour-word'}
          data-colour={choice.paint}
          aria-label={choice.label}
          title={choice.label}
        >
          {!choice.paint && choice.label}
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
