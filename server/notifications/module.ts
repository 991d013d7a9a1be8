import './tables.ts';

export { dueAt } from './due.ts';
