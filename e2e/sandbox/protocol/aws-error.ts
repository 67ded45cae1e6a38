/**
 * A refusal in AWS's words. It is thrown through the sandbox's handlers and
 * becomes the error document of whichever protocol the service speaks.
 * A class because it must be told from a bug, which becomes a 500.
 */
export class AwsError extends Error {
  readonly status: number;
  readonly code: string;
  /** Headers of the refusal beside those of its protocol, as `Retry-After`. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = 'AwsError';
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

export const accessDenied = (message: string) => new AwsError(403, 'AccessDenied', message);
export const validationError = (message: string) => new AwsError(400, 'ValidationError', message);
export const invalidParameterValue = (message: string) => new AwsError(400, 'InvalidParameterValue', message);
