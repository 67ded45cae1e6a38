/** Where all of the program's pages live. Nothing is ever loaded from anywhere else. */
export const appScheme = 'app';
export const appHost = 'rolecall';
export const appOrigin = `${appScheme}://${appHost}`;
