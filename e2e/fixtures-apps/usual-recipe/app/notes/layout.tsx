import { getServerSession } from "next-auth";
import type { ReactNode } from "react";
import { authOptions } from "../../lib/auth";

export default async function NotesLayout({ children }: { children: ReactNode }) {
  const session = await getServerSession(authOptions);
  return (
    <>
      {session && <p>Signed in as {session.user?.name}</p>}
      {children}
    </>
  );
}
