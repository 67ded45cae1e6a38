import type { HopFacts, ProfileDetails, ProfileRow } from '../../../../electron/core/contract.ts';
import { useSettings } from '../../../app/settings-context.ts';
import { text } from '../../../text.ts';

const words = text.profileDetails.parameters;

/** What is asked of AWS for the role, and what its session in use was given. Nothing that is not there. */
export function ProfileParameters({ row, details }: { row: ProfileRow; details: ProfileDetails }) {
  const state = useSettings(({ sessions }) => sessions.byProfile[row.name]);
  const session = state?.state === 'active' ? state : undefined;
  const role: HopFacts | undefined = details.hops.at(-1);
  const facts: readonly (readonly [string, string | undefined])[] = [
    [text.settings.profiles.kind, text.kind[row.kind]],
    [text.settings.profiles.account, [row.accountName, row.accountId].filter(Boolean).join(' · ')],
    [text.settings.profiles.role, row.roleArn],
    [text.session.name, session?.roleSessionName],
    [text.session.identity, session?.sourceIdentity],
    [words.tags, role?.tags?.map(({ key, value, transitive }) => words.tag(key, value, transitive)).join(', ')],
    [words.policy, [...(role?.hasPolicy ? [words.policyInline] : []), ...(role?.policyArns ?? [])].join(', ')],
    [
      text.session.packed,
      session?.packedPolicySize === undefined ? undefined : text.session.packedOf(session.packedPolicySize),
    ],
  ];
  return (
    <dl className="facts">
      {facts.map(
        ([label, value]) =>
          value && (
            <div key={label} className="fact">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
