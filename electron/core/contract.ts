/**
 * Every call and event between Rolecall's parts: windows (IPC) and commands
 * (local socket) are doors to the same handlers. Arguments arrive as `unknown`
 * and are parsed with these schemas; the types derive from them. Each area has
 * its own file in `calls/`.
 */
import * as v from 'valibot';
import { accessKeyCalls, RotationsSchema } from './calls/access-keys.ts';
import { auditCalls } from './calls/audit.ts';
import type { Door } from './calls/call.ts';
import { catalogCalls } from './calls/catalog.ts';
import { clearKeyCalls } from './calls/clear-keys.ts';
import { clockCalls } from './calls/clock.ts';
import { consoleCalls } from './calls/console.ts';
import { doctorCalls } from './calls/doctor.ts';
import { environmentCalls } from './calls/environment.ts';
import { fileEditCalls } from './calls/file-edits.ts';
import { listCalls, OverviewSchema } from './calls/list.ts';
import { lockCalls } from './calls/lock.ts';
import { lookCalls } from './calls/looks.ts';
import { MfaQuestionSchema, mfaCalls } from './calls/mfa.ts';
import { mfaDeviceCalls } from './calls/mfa-devices.ts';
import { mfaEnrolmentCalls } from './calls/mfa-enrolment.ts';
import { preferenceCalls } from './calls/preferences.ts';
import { profileDetailsCalls } from './calls/profile-details.ts';
import { SessionsSchema, sessionCalls } from './calls/sessions.ts';
import { SsoSessionsSchema, ssoCalls } from './calls/sso.ts';
import { ReadingSchema, ssoImportCalls } from './calls/sso-import.ts';
import { welcomeCalls } from './calls/welcome.ts';
import { SettingsTargetSchema, windowCalls } from './calls/windows.ts';
import { LockStateSchema } from './lock/lock.ts';
import { PreferencesSchema, RefusedPreferencesSchema } from './preferences.ts';
import { ClockSkewSchema } from './time/clock-skew.ts';

export type { Door, WindowName } from './calls/call.ts';
export type { Catalog, ProfileRow } from './calls/catalog.ts';
export type { ClearKeyRow, KeyEdit } from './calls/clear-keys.ts';
export type { ConsoleChoices, FoundConsole } from './calls/console.ts';
export type { ShellEnvironment } from './calls/environment.ts';
export type { FileEdit, FilePreview } from './calls/file-edits.ts';
export type { Destination, ListHeading, ListItem, ListRow, Overview } from './calls/list.ts';
export type { MfaQuestion } from './calls/mfa.ts';
export type { MfaDeviceRow } from './calls/mfa-devices.ts';
export type { Enrolled, Enrolment } from './calls/mfa-enrolment.ts';
export type { HopFacts, ProfileDetails } from './calls/profile-details.ts';
export type { ProcessCredentials, SessionPlan, Sessions } from './calls/sessions.ts';
export type { SsoSessionRow } from './calls/sso.ts';
export type { ImportPlan, Reading } from './calls/sso-import.ts';
export type {
  MfaDeviceTarget,
  SettingsSection,
  SettingsTarget,
} from './calls/windows.ts';

export const calls = {
  ...sessionCalls,
  ...lockCalls,
  ...catalogCalls,
  ...listCalls,
  ...consoleCalls,
  ...accessKeyCalls,
  ...clearKeyCalls,
  ...fileEditCalls,
  ...doctorCalls,
  ...environmentCalls,
  ...lookCalls,
  ...mfaCalls,
  ...mfaDeviceCalls,
  ...mfaEnrolmentCalls,
  ...preferenceCalls,
  ...profileDetailsCalls,
  ...auditCalls,
  ...ssoCalls,
  ...clockCalls,
  ...ssoImportCalls,
  ...welcomeCalls,
  ...windowCalls,
} as const;

export type { ClockSkew } from './time/clock-skew.ts';

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type CallInput<N extends CallName> = v.InferOutput<Calls[N]['input']>;
export type CallOutput<N extends CallName> = v.InferOutput<Calls[N]['output']>;

/** What main tells the windows, unasked. */
export const events = {
  rotationsChanged: { doors: ['settings'], payload: RotationsSchema },
  /** The tray wants a profile whose session name holds a ticket. */
  ticketWanted: { doors: ['popover'], payload: v.object({ profile: v.string() }) },
  /** The popover is asked to let the name of a careful profile be typed. */
  confirmationWanted: {
    doors: ['popover'],
    /** What goes on once it is typed; a switch unless it says something else. */
    payload: v.object({ profile: v.string(), act: v.optional(v.literal('console')) }),
  },
  /** The files or what the person chose for their profiles; a window asks for the rows that it shows. */
  listChanged: { doors: ['popover', 'settings'], payload: OverviewSchema },
  sessionsChanged: { doors: ['popover', 'settings'], payload: SessionsSchema },
  /** The settings window shows the log as it grows. */
  auditAppended: { doors: ['settings'], payload: v.object({}) },
  lockChanged: { doors: ['popover', 'settings'], payload: LockStateSchema },
  ssoSessionsChanged: { doors: ['popover', 'settings'], payload: SsoSessionsSchema },
  readingChanged: { doors: ['settings'], payload: ReadingSchema },
  refusedPreferencesChanged: { doors: ['settings'], payload: RefusedPreferencesSchema },
  preferencesChanged: { doors: ['popover', 'settings'], payload: PreferencesSchema },
  /** The settings window is asked to show a section while it is open. */
  settingsTargetChanged: { doors: ['settings'], payload: SettingsTargetSchema },
  clockSkewChanged: { doors: ['popover'], payload: ClockSkewSchema },
  questionChanged: { doors: ['mfa'], payload: v.nullable(MfaQuestionSchema) },
} as const satisfies Record<string, { doors: readonly Door[]; payload: v.GenericSchema }>;

type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<N extends EventName> = v.InferOutput<Events[N]['payload']>;
