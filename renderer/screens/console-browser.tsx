import type { BrowserChoice } from '../../electron/core/console/browser-choice.ts';
import type { CallOutput } from '../../electron/core/contract.ts';
import { browserOptions, optionValue } from '../model/browser-options.ts';
import { IconChoose } from '../parts/icons.ts';
import { text } from '../text.ts';

interface ConsoleBrowserProps {
  readonly known: CallOutput<'browsers'>;
  readonly onChoose: (choice: BrowserChoice | null) => void;
}

/** The browser of the profile, in the panel that opens its console. */
export function ConsoleBrowser({ known: { installed, chosen }, onChoose }: ConsoleBrowserProps) {
  const options = browserOptions(installed, chosen);
  return (
    <label className="region">
      <span className="field-label">{text.browser.label}</span>
      <span className="region-field">
        <select
          className="region-choice"
          value={optionValue(chosen)}
          onChange={(event) => onChoose(options.find(({ value }) => value === event.target.value)?.choice ?? null)}
        >
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <IconChoose size={14} strokeWidth={1.75} aria-hidden />
      </span>
    </label>
  );
}
