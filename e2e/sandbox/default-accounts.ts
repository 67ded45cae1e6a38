/** The accounts of the small company that the sandbox starts with. */
export const mainAccount = '111122223333';
export const billingAccount = '012345678901';
export const productionAccount = '444455556666';
export const chinaAccount = '999988887777';
