import type { Row } from '../row.ts';
import { kill } from './01-kill.ts';
import { writers } from './03-writers.ts';
import { besideAwsCli } from './04-aws-cli.ts';
import { symbolicLinks } from './06-links.ts';

/** Every row, in order. */
export const rows: readonly Row[] = [kill, writers, besideAwsCli, symbolicLinks];
