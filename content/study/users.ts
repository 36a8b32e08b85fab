/** The seeded users, whose passwords are published on purpose: each lives in every lab, and in no other place. */
export const seededUsers = [
  { name: "Ada", role: "admin", email: "ada@example.com", password: "analytical-engine" },
  { name: "Grace", role: "member", email: "grace@example.com", password: "nanosecond-wire" },
  { name: "Linus", role: "member", email: "linus@example.com", password: "just-for-fun" },
] as const;
