import fc from 'fast-check';

/** Any character of Unicode, each as likely as the other. fast-check's own takes a second to set up. */
const character = fc
  .oneof(fc.integer({ min: 0, max: 0xd7_ff }), fc.integer({ min: 0xe0_00, max: 0x10_ff_ff }))
  .map((point) => String.fromCodePoint(point));

/** Text of any characters, for what must stand whatever is thrown at it. */
export const anyText = (constraints: fc.StringSharedConstraints = {}) => fc.string({ ...constraints, unit: character });
