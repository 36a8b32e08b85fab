/** What the invoices API keeps: fixed, so that what a forged token gave away can be told at a glance. */
const invoices = [
  { id: "inv-1", userId: "user-ada", for: "Difference Engine, second instalment", amount: "£1,700" },
  { id: "inv-2", userId: "user-grace", for: "Wire, 11.8 inches", amount: "$0.31" },
  { id: "inv-3", userId: "user-linus", for: "Keyboard, replacement", amount: "€89" },
] as const;

export type Invoice = (typeof invoices)[number];

/** An admin sees every invoice, a member their own. */
export function invoicesFor(userId: string, roles: readonly string[]): readonly Invoice[] {
  return roles.includes("admin") ? invoices : invoices.filter((invoice) => invoice.userId === userId);
}
