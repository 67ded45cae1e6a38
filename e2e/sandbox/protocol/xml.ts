/** What a response element can hold. An array becomes `<member>` elements, `undefined` is left out. */
export type XmlValue =
  | string
  | number
  | boolean
  | undefined
  | readonly XmlValue[]
  | { readonly [name: string]: XmlValue };

export function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

function element(name: string, value: XmlValue): string {
  if (value === undefined) return '';
  return `<${name}>${content(value)}</${name}>`;
}

function content(value: XmlValue): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.map((member) => element('member', member)).join('');
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([name, inner]) => element(name, inner))
      .join('');
  }
  return escapeXml(String(value));
}

/** The answer of an action that worked. `result` undefined leaves the wrapper out, as AWS does for actions without output. */
export function successXml(namespace: string, action: string, result: XmlValue, requestId: string): string {
  const body = element(`${action}Result`, result) + element('ResponseMetadata', { RequestId: requestId });
  return `<${action}Response xmlns="${namespace}">${body}</${action}Response>`;
}

export function errorXml(namespace: string, status: number, code: string, message: string, requestId: string): string {
  const error = element('Error', { Type: status < 500 ? 'Sender' : 'Receiver', Code: code, Message: message });
  return `<ErrorResponse xmlns="${namespace}">${error}${element('RequestId', requestId)}</ErrorResponse>`;
}
