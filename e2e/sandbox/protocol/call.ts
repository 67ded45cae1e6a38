import type { Caller } from '../state/model.ts';
import type { State } from '../state/state.ts';
import type { QueryParameters } from './query-parameters.ts';
import type { XmlValue } from './xml.ts';

/** An action of a query-protocol service after the caller is known. */
export interface Call {
  readonly state: State;
  readonly caller: Caller;
  readonly parameters: QueryParameters;
}

/** Returns the content of `<ActionResult>`, or throws an `AwsError`. */
export type Action = (call: Call) => XmlValue;
