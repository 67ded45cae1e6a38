import { AwsError } from '../protocol/aws-error.ts';
import type { QueryParameters } from '../protocol/query-parameters.ts';
import type { XmlValue } from '../protocol/xml.ts';

const defaultItems = 100;

/** One page of a list, by `MaxItems` and `Marker`. The marker is the number of items before the page. */
export function page(name: string, items: readonly XmlValue[], parameters: QueryParameters): XmlValue {
  const marker = parameters.get('Marker') ?? '0';
  if (!/^\d{1,9}$/.test(marker)) throw new AwsError(400, 'ValidationError', 'Invalid Marker.');
  const start = Number(marker);
  const end = start + Number(parameters.get('MaxItems') ?? defaultItems);
  const isTruncated = end < items.length;
  return {
    [name]: items.slice(start, end),
    IsTruncated: isTruncated,
    Marker: isTruncated ? String(end) : undefined,
  };
}
