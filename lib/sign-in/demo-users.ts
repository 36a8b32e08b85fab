/** The seeded users. Their passwords are published: they open a learner's own lab and nothing else. */
export const demoUsers = [
  { name: "Ada", email: "ada@example.com", password: "analytical-engine", role: "admin" },
  { name: "Grace", email: "grace@example.com", password: "nanosecond-wire", role: "member" },
  { name: "Linus", email: "linus@example.com", password: "just-for-fun", role: "member" },
] as const;

export type DemoUser = (typeof demoUsers)[number];
