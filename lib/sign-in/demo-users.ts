/** The seeded users. Their passwords are published: they open a learner's own lab and nothing else. */
export const demoUsers = [
  { name: "Ada", email: "ada@example.com", password: "analytical-engine", role: "admin" },
  { name: "Grace", email: "grace@example.com", password: "nanosecond-wire", role: "member" },
  { name: "Linus", email: "linus@example.com", password: "just-for-fun", role: "member" },
] as const;

export type DemoUser = (typeof demoUsers)[number];

/** The seeded user of this name, in lower case. */
export function userOf(name: Lowercase<DemoUser["name"]>): DemoUser {
  const user = demoUsers.find((one) => one.name.toLowerCase() === name);
  if (user === undefined) throw new Error(`no seeded user ${name}`);
  return user;
}
