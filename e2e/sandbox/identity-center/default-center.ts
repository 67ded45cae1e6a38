import { billingAccount, mainAccount, productionAccount } from '../default-accounts.ts';
import type { IdentityCenterSeed } from './model.ts';

/** Where the small company signs in: three accounts, and `ada` at the browser. */
export const defaultIdentityCenter: IdentityCenterSeed = {
  startUrl: 'https://acme.awsapps.com/start',
  region: 'eu-central-1',
  userName: 'ada@acme.example',
  organization: [
    {
      id: mainAccount,
      name: 'Acme Main',
      email: 'aws-main@acme.example',
      roles: ['AdministratorAccess', 'ReadOnlyAccess'],
    },
    { id: billingAccount, name: 'Acme Billing', email: 'aws-billing@acme.example', roles: ['Billing'] },
    {
      id: productionAccount,
      name: 'Acme Production',
      email: 'aws-production@acme.example',
      roles: ['AdministratorAccess', 'ReadOnlyAccess'],
    },
  ],
  permissionSets: {
    AdministratorAccess: {
      policies: [{ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }],
    },
  },
};
