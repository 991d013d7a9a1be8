import type { Founding } from '../identity/module.ts';
import type { Module } from '../platform/module.ts';
import { loadDemo } from './load-demo.ts';

export { demoLogins } from './demo-logins.ts';
export { fillWithDemo } from './load-demo.ts';
export { settle } from './settle.ts';
export { demoPassword, emailOf, foyle, harbour } from './world.ts';

/** The demo: a care team with two months of shifts. */
export function demoModule(founding: readonly Founding[]): Module {
  return { name: 'demo', endpoints: [loadDemo(founding)] };
}
