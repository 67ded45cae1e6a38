import { proveRows } from './lib/prove-rows.fixture.ts';
import { rows } from './rows/all.ts';

proveRows(rows.filter(({ number }) => number <= 10));
