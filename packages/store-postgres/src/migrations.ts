/**
 * What brings the tables from each version to the next, in order; none of them ever changes. The
 * truth is the text of the records, position 0 the header. The rest finds them: by the command ids
 * each took, and by the tags and types (`word`) that its events mention. The row of a ledger holds
 * its head, and is the lock of its writers. Text is compared byte by byte.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE tongket.ledger (
    key integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ledger text COLLATE "C" NOT NULL UNIQUE,
    position integer NOT NULL,
    hash text NOT NULL,
    recorded_at text NOT NULL
  );
  CREATE TABLE tongket.record (
    ledger integer NOT NULL REFERENCES tongket.ledger,
    position integer NOT NULL,
    text text COLLATE "C" NOT NULL,
    PRIMARY KEY (ledger, position)
  );
  CREATE TABLE tongket.command (
    ledger integer NOT NULL,
    id text COLLATE "C" NOT NULL,
    position integer NOT NULL,
    PRIMARY KEY (ledger, id)
  );
  CREATE TABLE tongket.mention (
    ledger integer NOT NULL,
    word text COLLATE "C" NOT NULL,
    position integer NOT NULL,
    PRIMARY KEY (ledger, word, position)
  );
  `,
  // How far each view has come that is kept in a schema of its name.
  `
  CREATE TABLE tongket.view (
    name text COLLATE "C" PRIMARY KEY,
    version integer NOT NULL,
    ledger text COLLATE "C" NOT NULL,
    position integer NOT NULL,
    hash text NOT NULL
  );
  `,
  // Checkpoints of each ledger, by name: they can be deleted at any time.
  `
  CREATE TABLE tongket.checkpoint (
    ledger integer NOT NULL REFERENCES tongket.ledger,
    name text COLLATE "C" NOT NULL,
    hash text NOT NULL,
    value bytea NOT NULL,
    PRIMARY KEY (ledger, name)
  );
  `,
];
