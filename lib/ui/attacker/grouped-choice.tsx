import { useId } from "react";
import styles from "./attack-panel.module.css";

type Choice<Name extends string> = { name: Name; group: string; label: string };

type Props<Name extends string> = {
  choices: readonly Choice<Name>[];
  chosen: Name;
  onChoose(name: Name): void;
};

/** One of many as radio buttons, under the names of their groups. */
export function GroupedChoice<Name extends string>({ choices, chosen, onChoose }: Props<Name>) {
  const radios = useId();
  const groups = [...new Set(choices.map(({ group }) => group))];
  return (
    <div className={styles.groups}>
      {groups.map((group) => (
        <fieldset key={group} className={styles.group}>
          <legend>{group}</legend>
          {choices
            .filter((choice) => choice.group === group)
            .map(({ name, label }) => (
              <label key={name} className={styles.choice}>
                <input
                  type="radio"
                  name={radios}
                  value={name}
                  checked={name === chosen}
                  onChange={() => onChoose(name)}
                />
                <span>{label}</span>
              </label>
            ))}
        </fieldset>
      ))}
    </div>
  );
}
