import { pointerText, type Pointer } from './value';

/** Where an artifact was read or is going to be written. */
export interface Source {
  /** Relative to the tree, with forward slashes. */
  readonly file: string;
  /** 1-based line of a value, computed when it is asked for; undefined where it cannot be known. */
  readonly line?: (pointer: Pointer) => number | undefined;
}

/** A place that a finding points at. */
export interface Place {
  readonly source: Source;
  /** In the user's own words: `Deployment auth/auth-api: spec.replicas`. */
  readonly path: string;
  /** From the top of the file. */
  readonly pointer: Pointer;
  /** Where the line is known without a pointer, as in a text. */
  readonly line?: number;
}

/** Something that has places: an object, a resource, a whole file. */
export class Subject {
  constructor(
    readonly source: Source,
    /** How people call it: `Deployment auth/auth-api`, `aws_vpc.vpc`. */
    readonly label: string,
    /** Where it begins in its file. */
    readonly base: Pointer = [],
  ) {}

  at(...pointer: Pointer): Place {
    return new Inside(this, pointer);
  }
}

/** Rules look at far more places than they report: its words are found when somebody asks for them. */
class Inside implements Place {
  constructor(
    private readonly subject: Subject,
    private readonly steps: Pointer,
  ) {}

  get source(): Source {
    return this.subject.source;
  }

  get path(): string {
    const inside = pointerText(this.steps);
    return inside ? `${this.subject.label}: ${inside}` : this.subject.label;
  }

  get pointer(): Pointer {
    return [...this.subject.base, ...this.steps];
  }
}
