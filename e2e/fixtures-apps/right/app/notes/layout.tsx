import type { ReactNode } from "react";
import { currentUser } from "../../lib/session";

export default async function NotesLayout({ children }: { children: ReactNode }) {
  const user = await currentUser();
  return (
    <>
      {user && <p>Signed in as {user.name}</p>}
      {children}
    </>
  );
}
