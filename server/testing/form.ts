/** A form as a browser sends it: texts, and files with their names; a list is several of them. */
export function formOf(fields: Record<string, string | [Buffer, string] | [Buffer, string][]>) {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) {
    if (typeof value === 'string') {
      form.append(field, value);
      continue;
    }
    const files = (Array.isArray(value[0]) ? value : [value]) as [Buffer, string][];
    for (const [bytes, name] of files) form.append(field, new Blob([new Uint8Array(bytes)]), name);
  }
  return form;
}
