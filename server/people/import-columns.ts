import { invalid } from '../platform/problem.ts';

/** What a column can be read as. */
export type Field =
  | ('email' | 'full_name' | 'first_name' | 'last_name')
  | ('phone_number' | 'role' | 'weekly_hours_limit');

// Names are compared by their letters alone: "E-mail address" is "emailaddress".
const known: Readonly<Record<Field, readonly string[]>> = {
  email: ['email', 'emailaddress', 'mail'],
  full_name: ['fullname', 'name'],
  first_name: ['firstname', 'givenname', 'forename'],
  last_name: ['lastname', 'surname', 'familyname'],
  phone_number: ['phonenumber', 'phone', 'mobile', 'mobilephone', 'telephone'],
  role: ['role'],
  weekly_hours_limit: ['weeklyhourslimit', 'hoursaweek', 'weeklyhours', 'weeklylimit'],
};

/** What each column is read as; null is not read. 400 on `content` without e-mail and name, or with one twice. */
export function fieldsOf(header: readonly string[]): (Field | null)[] {
  const fields = header.map(fieldOf);
  for (const [i, field] of fields.entries()) {
    if (field && fields.indexOf(field) !== i) {
      throw invalid({
        content: [`Two columns are read as ${field}: “${header[i]}” is the second.`],
      });
    }
  }
  const has = (field: Field) => fields.includes(field);
  if (!has('email')) throw invalid({ content: ['No column is named “E-mail”.'] });
  if (!has('full_name') && !has('first_name')) {
    throw invalid({ content: ['No column is named “Full name” or “First name”.'] });
  }
  return fields;
}

function fieldOf(name: string): Field | null {
  const letters = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  const found = Object.entries(known).find(([, names]) => names.includes(letters));
  return (found?.[0] as Field | undefined) ?? null;
}
