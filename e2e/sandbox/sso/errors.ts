import { AwsError } from '../protocol/aws-error.ts';

/** The refusals of the access portal, with the statuses of its API model. */
export const invalidRequest = (message: string) => new AwsError(400, 'InvalidRequestException', message);
export const unauthorized = () => new AwsError(401, 'UnauthorizedException', 'Session token not found or invalid');
export const forbidden = () => new AwsError(403, 'ForbiddenException', 'No access');
export const notFound = (message: string) => new AwsError(404, 'ResourceNotFoundException', message);
export const tooManyRequests = (headers: Readonly<Record<string, string>> = {}) =>
  new AwsError(429, 'TooManyRequestsException', 'Too many requests', headers);
