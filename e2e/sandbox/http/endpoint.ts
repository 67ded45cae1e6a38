import type { AwsError } from '../protocol/aws-error.ts';
import type { WireRequest } from '../signature/canonical-request.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One AWS service behind one port. */
export interface Endpoint {
  readonly service: string;
  /** What is being asked, for the request log and for choosing faults. Must not throw. */
  describe(request: WireRequest): { readonly action: string; readonly parameters: ReadonlyMap<string, string> };
  /** Answers, or throws an `AwsError`. */
  answer(request: WireRequest, requestId: string): Answer;
  /** A refusal in the service's own protocol. */
  refusal(error: AwsError, requestId: string, request: WireRequest): Answer;
}
