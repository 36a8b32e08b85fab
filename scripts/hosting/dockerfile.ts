import { cpSync, existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import ignore from "@balena/dockerignore";
import {
  type Copy,
  DockerfileParser,
  type From,
  type Instruction,
  type JSONInstruction,
} from "dockerfile-ast";
import { execaSync } from "execa";

/** The result of a stage: its files, and how they are run. */
export type Stage = {
  /** Stands for the image's `/`. */
  root: string;
  workingDirectory: string;
  variables: Record<string, string>;
  user: string;
  command: string[];
};

type Build = { context: string; args: Record<string, string>; stages: ReadonlyMap<string, Stage> };
type Step = (instruction: Instruction, stage: Stage, build: Build) => void;

/**
 * Carries out a Dockerfile without an engine, each stage in a folder of its own. The base image is this machine: its
 * Node, its npm and its shell. Of the instructions, those that this project's file uses are known.
 *
 * @param context the folder that is built from; `.dockerignore` is applied to it
 * @param folder where the stages are laid
 * @param args values for `ARG`
 * @returns the last stage
 * @throws Error for an instruction that is not known here, or a step that fails
 */
export function runDockerfile(context: string, folder: string, args: Record<string, string>): Stage {
  const stages = new Map<string, Stage>();
  let stage: Stage | undefined;
  for (const instruction of DockerfileParser.parse(readText(context, "Dockerfile")).getInstructions()) {
    if (instruction.getKeyword() === "FROM") {
      const name = (instruction as From).getBuildStage() ?? String(stages.size);
      stage = {
        root: path.join(folder, name),
        workingDirectory: "/",
        variables: {},
        user: "root",
        command: [],
      };
      stages.set(name, stage);
      continue;
    }
    const step = steps.get(instruction.getKeyword());
    if (stage === undefined || step === undefined) throw new Error(`cannot carry out "${instruction}" here`);
    step(instruction, stage, { context, args, stages });
  }
  if (stage === undefined) throw new Error("the Dockerfile has no stage");
  return stage;
}

const setVariable: Step = (instruction, stage, { args }) => {
  const [name = "", value = ""] = textOf(instruction).split(/=(.*)/s);
  stage.variables[name] = args[name] ?? value;
};

/** Instructions that an engine carries out while the container runs. */
const enginesOwn: Step = () => {};

const steps = new Map<string, Step>([
  ["ARG", setVariable],
  ["ENV", setVariable],
  ["COPY", copy],
  ["RUN", run],
  ["EXPOSE", enginesOwn],
  ["HEALTHCHECK", enginesOwn],
  [
    "WORKDIR",
    (instruction, stage) => {
      stage.workingDirectory = textOf(instruction);
      mkdirSync(path.join(stage.root, stage.workingDirectory), { recursive: true });
    },
  ],
  [
    "USER",
    (instruction, stage) => {
      stage.user = textOf(instruction);
    },
  ],
  [
    "CMD",
    (instruction, stage) => {
      const words = (instruction as JSONInstruction).getJSONStrings();
      stage.command = words.map((word) => String(JSON.parse(word.getValue())));
    },
  ],
]);

function copy(instruction: Instruction, stage: Stage, { context, stages }: Build): void {
  const flags = (instruction as Copy).getFlags();
  const from = flags.find((flag) => flag.getName() === "from")?.getValue() ?? undefined;
  const source = from === undefined ? context : stages.get(from)?.root;
  if (source === undefined) throw new Error(`there is no stage ${from}`);
  const ignored = ignore().add(from === undefined ? readText(context, ".dockerignore") : "");
  const [destination = ".", ...names] = instruction
    .getArguments()
    .map((argument) => argument.getValue())
    .reverse();
  const target = path.resolve(path.join(stage.root, stage.workingDirectory), destination);
  for (const name of names) {
    const file = path.join(source, name);
    const isFile = statSync(file).isFile();
    cpSync(file, isFile ? path.join(target, path.basename(name)) : target, {
      recursive: true,
      filter: (each) => each === source || !ignored.ignores(path.relative(source, each)),
    });
  }
}

function run(instruction: Instruction, { root, workingDirectory, variables }: Stage): void {
  const command = textOf(instruction);
  // A machine's own settings are no part of an image.
  const { PATH, HOME } = process.env;
  const { exitCode } = execaSync(command, {
    shell: true,
    cwd: path.join(root, workingDirectory),
    env: { PATH, HOME, ...variables },
    extendEnv: false,
    stdio: ["ignore", "ignore", "inherit"],
    reject: false,
  });
  if (exitCode !== 0) throw new Error(`the step "${command}" ended with ${exitCode}`);
}

function textOf(instruction: Instruction): string {
  return instruction.getArgumentsContent() ?? "";
}

function readText(folder: string, name: string): string {
  const file = path.join(folder, name);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}
