import { expect, test } from 'vitest';
import { newId } from '../platform/id.ts';
import { deriveSecrets } from '../platform/secrets.ts';
import { joinCodeMac, joinCodeOf } from './join-code.ts';

const secrets = deriveSecrets('Zt4vB1q9LmXw7RkUe3HsYc8NfJd5GpAo2iTb6');

test('codes have no look-alikes, are unlike each other, and are the same each time', () => {
  const ids = Array.from({ length: 500 }, newId);
  const codes = ids.map((id) => joinCodeOf(secrets, id));
  for (const code of codes) expect(code).toMatch(/^[A-HJKMNP-Z2-9]{10}$/);
  expect(new Set(codes).size).toBe(500);
  expect(ids.map((id) => joinCodeOf(secrets, id))).toEqual(codes);
});

test('are found whatever the case and the spaces; nobody makes them without the key', () => {
  const id = newId();
  const code = joinCodeOf(secrets, id);
  const typed = ` ${code.slice(0, 5).toLowerCase()}-${code.slice(5)}`;
  expect(joinCodeMac(secrets, typed)).toEqual(joinCodeMac(secrets, code));
  const others = deriveSecrets('another-key-of-this-installation-0000');
  expect(joinCodeOf(others, id)).not.toBe(code);
  expect(joinCodeMac(others, code)).not.toEqual(joinCodeMac(secrets, code));
});
