import { expect, test } from 'vitest';
import { splitName } from './split-name.ts';

test.each([
  [{ full_name: 'Cleo Marsh' }, 'Cleo', 'Marsh'],
  [{ full_name: 'Juan Carlos  de la Cruz' }, 'Juan Carlos de la', 'Cruz'],
  [{ full_name: 'Cher' }, 'Cher', ''],
  [{ first_name: 'Ana', last_name: 'Lima Reis' }, 'Ana', 'Lima Reis'],
  [{ first_name: 'Cher' }, 'Cher', ''],
])('%o', (given, firstName, lastName) => {
  expect(splitName(given)).toEqual({ firstName, lastName });
});

test.each([{}, { last_name: 'Marsh' }, { full_name: 'Cleo Marsh', first_name: 'Cleo' }])(
  '%o is refused',
  (given) => {
    expect(() => splitName(given)).toThrow('full_name');
  },
);
