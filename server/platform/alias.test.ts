import { expect, test } from 'vitest';
import { rewriteBy } from './alias.ts';

const rewrite = rewriteBy({
  '/things/mark/:id': '/things/:id/mark',
  '/things?short': '/things/short',
});

test.each([
  ['/api/things/mark/7', '/api/things/7/mark'],
  ['/api/things/mark/7/', '/api/things/7/mark'],
  ['/api/things/mark/7?a=/api/old/', '/api/things/7/mark?a=/api/old/'],
  ['/api/things/mark/%24%3Cid%3E', '/api/things/%24%3Cid%3E/mark'],
  ['/api/things/mark/7/more', '/api/things/mark/7/more'],
  ['/api/things/mark', '/api/things/mark'],
  ['/things/mark/7', '/things/mark/7'],
  ['/api/things?short', '/api/things/short'],
  ['/api/things/?short=true', '/api/things/short'],
  ['/api/things?short=no', '/api/things?short=no'],
  ['/api/things?a=1&short', '/api/things?a=1&short'],
  ['/api/things', '/api/things'],
])('%s → %s', (theirs, ours) => {
  expect(rewrite(theirs)).toBe(ours);
});
