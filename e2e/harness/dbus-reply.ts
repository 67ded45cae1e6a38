/** A value as dbus-send prints it: structures and arrays as lists, dictionaries as maps, variants unwrapped. */
export type DBusValue = string | number | boolean | readonly DBusValue[] | ReadonlyMap<string, DBusValue>;

const token = /"(?:[^"]*)"|dict entry\(|struct \{|array \[|array of bytes|[\])}]|[^\s"[\](){}]+/g;

/** Reads what `dbus-send --print-reply` prints. Strings are printed without escapes: one that holds `"` cannot be read. */
export function parseReply(text: string): readonly DBusValue[] {
  const [, ...lines] = text.split('\n');
  const tokens = lines.join('\n').match(token) ?? [];
  let at = 0;
  const next = () => tokens[at++] ?? '';

  function entries(close: string): readonly DBusValue[] {
    const values: DBusValue[] = [];
    const pairs = new Map<string, DBusValue>();
    while (at < tokens.length && tokens[at] !== close) {
      if (tokens[at] === 'dict entry(') {
        at += 1;
        const key = value();
        pairs.set(String(key), value());
        at += 1;
      } else values.push(value());
    }
    at += 1;
    return pairs.size > 0 ? [pairs] : values;
  }

  function value(): DBusValue {
    const type = next();
    switch (type) {
      case 'variant':
        return value();
      case 'struct {':
        return entries('}');
      case 'array [': {
        const values = entries(']');
        return values.length === 1 && values[0] instanceof Map ? values[0] : values;
      }
      case 'string':
      case 'signature':
        return next().slice(1, -1);
      case 'object': // object path "/…"
        next();
        return next().slice(1, -1);
      case 'boolean':
        return next() === 'true';
      case 'array of bytes': {
        // Icons mostly, printed as text or as `[ 00 0a … ]` of which the bracket is no token: of no interest here.
        if (!next().startsWith('"')) while (at < tokens.length && next() !== ']');
        return [];
      }
      default:
        return Number(next());
    }
  }

  const values: DBusValue[] = [];
  while (at < tokens.length) values.push(value());
  return values;
}
