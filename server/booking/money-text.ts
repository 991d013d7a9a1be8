/** Minor units as the currency writes them: yen have none, dinars three places. */
export function moneyText(amount: number, currency: string): string {
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency });
  const places = format.resolvedOptions().maximumFractionDigits ?? 2;
  const digits = String(amount).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  return `${whole}${places > 0 ? `.${digits.slice(-places)}` : ''} ${currency}`;
}
