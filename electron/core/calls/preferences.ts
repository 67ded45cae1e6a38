import * as v from 'valibot';
import { PreferencesSchema } from '../preferences.ts';
import { call } from './call.ts';
import { Nothing } from './inputs.ts';

export const preferenceCalls = {
  preferences: call(['popover', 'settings', 'socket'], Nothing, PreferencesSchema),
  /** Changes the fields that are named, and only those. */
  changePreferences: call(
    ['settings', 'socket'],
    v.object({ change: v.partial(PreferencesSchema) }),
    PreferencesSchema,
  ),
} as const;
