import { text } from '../text.ts';

/** Says production in a word, beside the colour that says it to those who see it. */
export function ProductionMark() {
  return <span className="production-mark">{text.looks.production}</span>;
}
