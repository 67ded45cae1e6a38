import * as v from 'valibot';

/** By what the list is grouped below the pinned and the recent ones. */
export const GroupBySchema = v.picklist(['none', 'account', 'folder', 'tag']);
export type GroupBy = v.InferOutput<typeof GroupBySchema>;

/** Which groups are folded. "Fold all" is one word and not a thousand names. */
export const FoldingSchema = v.object({
  all: v.optional(v.boolean(), false),
  /** Groups that are the other way round. */
  except: v.optional(v.array(v.string()), []),
});
export type Folding = v.InferOutput<typeof FoldingSchema>;

export const unfolded: Folding = { all: false, except: [] };

const EXCEPTIONS_KEPT = 500;

/** What stands at the top stays open when all is folded: it is what the list is opened for. */
const isTop = (key: string) => key === 'pinned' || key === 'recent';

/** Answers quickly, for many groups. */
export function foldedIn({ all, except }: Folding): (key: string) => boolean {
  const exceptions = new Set(except);
  return (key) => (all && !isTop(key)) !== exceptions.has(key);
}

export function withGroup(folding: Folding, key: string, folded: boolean): Folding {
  if (foldedIn(folding)(key) === folded) return folding;
  const others = folding.except.filter((each) => each !== key);
  return {
    ...folding,
    except: others.length < folding.except.length ? others : [...others, key].slice(-EXCEPTIONS_KEPT),
  };
}

export function withAll({ except }: Folding, folded: boolean): Folding {
  return { all: folded, except: except.filter(isTop) };
}
