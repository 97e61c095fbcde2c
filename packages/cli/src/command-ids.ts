import { type Command, hashOfCommands } from "@tongket/core";

/** A command as a file brings it: its id may be left out. */
export type UnnamedCommand = Omit<Command, "id"> & { readonly id?: string };

/**
 * Names the commands of a file that bring no id, one after another: each by what it asks for, and
 * by how often the file has asked just that by then. So a file that grew can be recorded again.
 * NOTE: give it sealed commands only, or the id would tell a name to whoever guesses it.
 */
export const commandNamer = (): ((command: UnnamedCommand) => Command) => {
  const times = new Map<string, number>();
  return (command) => {
    if (command.id !== undefined) return { ...command, id: command.id };
    const hash = hashOfCommands([command]);
    const time = (times.get(hash) ?? 0) + 1;
    times.set(hash, time);
    return { ...command, id: `${hash}:${time}` };
  };
};

/** Names commands that stand or fall together: by what all of them ask for, and by their order. */
export const namedTogether = (commands: readonly UnnamedCommand[]): readonly Command[] => {
  const hash = hashOfCommands(commands);
  return commands.map((command, index) => ({ id: `${hash}:${index + 1}`, ...command }));
};
