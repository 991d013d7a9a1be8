// Which of the person's organisations this tab is in; another tab may be in another. A new tab begins
// where the last choice was made, and stays there. Empty: the one of the log-in.
const memory = 'callboard-organisation';
let here = begin();

function begin(): string {
  try {
    const kept = sessionStorage.getItem(memory) ?? localStorage.getItem(memory) ?? '';
    sessionStorage.setItem(memory, kept);
    return kept;
  } catch {
    return '';
  }
}

/** The id of the organisation that the person has switched to, if they have. */
export function chosenOrganisation(): string | undefined {
  return here || undefined;
}

/** Goes into another organisation: everything is loaded afresh, sockets too. */
export function switchOrganisation(id: string): void {
  keep(id);
  location.assign('/');
}

/** Back to the organisation of the log-in. */
export function forgetOrganisation(): void {
  keep('');
}

function keep(id: string): void {
  here = id;
  try {
    sessionStorage.setItem(memory, id);
    localStorage.setItem(memory, id);
  } catch {
    // Where nothing can be kept, a fresh load is in the organisation of the log-in.
  }
}
