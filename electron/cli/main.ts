#!/usr/bin/env node
import { version } from '../../package.json';
import { runCliHere } from './cli-process.ts';

process.exitCode = await runCliHere(process.argv.slice(2), import.meta.dirname, version);
