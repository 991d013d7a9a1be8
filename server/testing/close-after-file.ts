import { afterAll } from 'vitest';
import { closeThings } from './open-things.ts';

afterAll(closeThings);
