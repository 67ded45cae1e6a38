/** Under this and the device's serial number the keychain holds a seed. */
export const SEED_ITEM = 'MFA seed of ';
