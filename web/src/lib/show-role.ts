import i18next from 'i18next';
import { isBuiltIn, type RoleId } from '../../../contract/identity/permissions.ts';

/** What a role is called: a built-in one in the language of the page, an own one as it was named. */
export function showRole({ role, role_name }: { role: RoleId; role_name: string }): string {
  return isBuiltIn(role) ? i18next.t(`lib:role.${role}`) : role_name;
}

/** The same where only the name is told: no own role is called as a built-in one is. */
export function showRoleNamed(name: string): string {
  return showRole({ role: name.toLowerCase(), role_name: name });
}
