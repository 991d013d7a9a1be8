import { expect, test } from 'vitest';
import { circlesIn, importsIn } from './check-imports.ts';
import { whyForbidden } from './import-rules.ts';

test.each([
  ['contract/rota/shift.ts', '../../server/rota/shift.ts'],
  ['contract/rota/shift.ts', 'kysely'],
  ['server/platform/action.ts', '../rota/shift.ts'],
  ['server/platform/action.ts', '../../contract/rota/shift.ts'],
  ['server/timeline/module.ts', '../rota/module.ts'],
  ['server/rota/approve-shift.ts', '../identity/person-store.ts'],
  ['server/rota/approve-shift.ts', '../timeline/time.ts'],
  ['server/rota/approve-shift.ts', '../modules.ts'],
  ['server/rota/approve-shift.ts', '../platform/testing/world.ts'],
  ['server/rota/approve-shift.ts', '../../web/src/lib/call.ts'],
  ['web/src/lib/call.ts', '../../../server/main.ts'],
  ['web/src/lib/call.ts', '../features/rota/queue.tsx'],
  ['web/src/lib/call.ts', 'node:fs'],
  ['web/src/features/rota/queue.tsx', '../identity/login.tsx'],
])('%s may not import %s', (from, to) => {
  const [found] = importsIn(from, `import {\n  a,\n  type B,\n} from '${to}';\n`);
  expect(whyForbidden(found!)).toEqual(expect.any(String));
});

test.each([
  ['contract/rota/shift.ts', 'typebox'],
  ['server/rota/approve-shift.ts', './shift-store.ts'],
  ['server/rota/approve-shift.ts', '../timeline/module.ts'],
  ['server/rota/approve-shift.ts', '../../contract/rota/approve-shift.ts'],
  ['server/rota/approve-shift.test.ts', '../platform/testing/world.ts'],
  ['server/modules.ts', './rota/module.ts'],
  ['web/src/features/rota/queue.tsx', '../../ui/page.tsx'],
])('%s may import %s', (from, to) => {
  const [found] = importsIn(from, `export { a } from '${to}';\n`);
  expect(whyForbidden(found!)).toBeUndefined();
});

test('a circle is told, one of types alone is not', () => {
  const text = (type: string, to: string) => `import ${type}{ a } from './${to}.ts';\n`;
  const both = (type: string) => [
    ...importsIn('server/a.ts', text('', 'b')),
    ...importsIn('server/b.ts', text(type, 'a')),
  ];
  expect(circlesIn(both(''))).toEqual(['circle: server/a.ts → server/b.ts → server/a.ts']);
  expect(circlesIn(both('type '))).toEqual([]);
});
