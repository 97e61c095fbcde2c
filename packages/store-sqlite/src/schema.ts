/** Says in the file's header whose it is: "tong". */
export const applicationId = 0x746f6e67;

/** The version of the tables below; a file of a later one is refused. */
export const schemaVersion = 1;

/**
 * The truth is the text of the records, position 0 the header. The rest finds them: by the command
 * ids each took, and by the tags and types (`word`) that its events mention.
 */
export const schema = `
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${schemaVersion};
  CREATE TABLE record (
    position INTEGER PRIMARY KEY,
    text TEXT NOT NULL
  ) STRICT;
  CREATE TABLE command (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE word (
    key INTEGER PRIMARY KEY,
    word TEXT NOT NULL UNIQUE
  ) STRICT;
  CREATE TABLE mention (
    word INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (word, position)
  ) STRICT, WITHOUT ROWID;
`;
