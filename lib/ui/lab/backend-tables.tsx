"use client";

import type { ReactNode } from "react";
import { useControls, useLab } from "@/lib/lab/client/use-lab";
import { useLabNow } from "@/lib/lab/client/use-lab-now";
import { useStateNow } from "@/lib/lab/client/use-state-now";
import { instantInWords } from "@/lib/lab/client/words";
import styles from "./backend-tables.module.css";
import { PressButton } from "./press-button";

/** The backend's data, as its control plane reports it: users, notes, families, keys. */
export function BackendTables() {
  const { rotateKeys } = useControls();
  const state = useStateNow();
  const busy = useLab((lab) => lab.pending !== null);
  const now = useLabNow();
  if (state === null) return null;
  const nameOf = (userId: string) => state.users.find(({ id }) => id === userId)?.name ?? userId;
  return (
    <div className={styles.tables}>
      <Table
        caption="Users"
        heads={["Name", "Email", "Role", "Suspended"]}
        rows={state.users.map(({ id, name, email, role, suspended }) => ({
          id,
          cells: [name, email, role, suspended ? "yes" : "no"],
        }))}
      />
      <Table
        caption="Notes"
        heads={["Title", "Owner", "Id"]}
        rows={state.notes.map(({ id, title, ownerId }) => ({
          id,
          cells: [title, nameOf(ownerId), <code key="id">{id}</code>],
        }))}
      />
      <Table
        caption="Families"
        heads={["Sign-in", "User", "Status", "Tokens", "At the latest until"]}
        rows={state.families.map(({ ordinal, userId, status, reason, refresh, absoluteExpiresAt }) => ({
          id: String(ordinal),
          cells: [
            String(ordinal),
            nameOf(userId),
            reason === null ? status : `${status}, ${reason}`,
            `R${refresh.at(0)?.generation ?? "?"} to R${refresh.at(-1)?.generation ?? "?"}`,
            instantInWords(absoluteExpiresAt, now),
          ],
        }))}
      />
      <Table
        caption="Signing keys"
        heads={["Key", "Used for"]}
        rows={state.keys.map(({ kid, status }) => ({
          id: kid,
          cells: [<code key="kid">{kid}</code>, status],
        }))}
      />
      <p>
        <PressButton busy={busy} onPress={rotateKeys}>
          Rotate the signing key
        </PressButton>
      </p>
    </div>
  );
}

type Row = { id: string; cells: readonly ReactNode[] };

function Table({
  caption,
  heads,
  rows,
}: {
  caption: string;
  heads: readonly string[];
  rows: readonly Row[];
}) {
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, cells }) => (
          <tr key={id} data-row={id}>
            {cells.map((cell, column) => (
              <td key={heads[column]}>{cell}</td>
            ))}
          </tr>
        ))}
        {rows.length === 0 && (
          <tr>
            <td colSpan={heads.length}>none</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
