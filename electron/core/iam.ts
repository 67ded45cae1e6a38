/** An access key as IAM lists it: never with its secret. */
export interface IamAccessKey {
  readonly accessKeyId: string;
  readonly status: 'active' | 'inactive';
  /** Epoch milliseconds. */
  readonly createdAt?: number;
}

/** When and where a key was last used; empty where AWS knows of no use. It may lag behind by some hours. */
export interface IamKeyUse {
  readonly usedAt?: number;
  /** AWS's short name of the service, for example `sts`. */
  readonly service?: string;
  readonly region?: string;
}

export interface IamMfaDevice {
  /** The ARN of a virtual device, the serial number of a hardware token. */
  readonly serialNumber: string;
  readonly userName: string;
  /** Epoch milliseconds. */
  readonly enabledAt?: number;
}

/** A virtual device before it is enabled. The seed is a secret that AWS tells this once. */
export interface NewVirtualMfaDevice {
  readonly serialNumber: string;
  /** Base32. */
  readonly totpSeed: string;
  /** AWS's picture of the seed for a phone; as secret as the seed. */
  readonly qrCodePng?: Uint8Array;
}
