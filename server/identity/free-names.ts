import { isNameTaken } from './organisation-store.ts';

/** Two organisations of one name at the same moment: the second tries again with another slug. */
export async function withFreeNames<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = 5; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (left === 0 || !isNameTaken(error)) throw error;
    }
  }
}
