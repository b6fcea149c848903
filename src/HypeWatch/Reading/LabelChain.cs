namespace HypeWatch.Reading;

/// <summary>The best sequence of labels for a chain (Viterbi 1967), where a label that may stand in one stretch only is not taken up again once left.</summary>
internal static class LabelChain
{
    /// <summary>Finds the sequence with the largest sum.</summary>
    /// <param name="seen">What speaks for each label at each place: place by place, one number a label.</param>
    /// <param name="changes">What speaks for a change: by kind of break, old label, new label.</param>
    /// <param name="breaks">Kind of break before each place.</param>
    /// <param name="labels">Number of labels.</param>
    /// <param name="once">The label that stands in one stretch.</param>
    public static int[] Best(ReadOnlySpan<int> seen, ReadOnlySpan<int> changes, ReadOnlySpan<int> breaks, int labels, int once)
    {
        // A state is a label, and whether the stretch of the once-only label lies behind.
        var states = 2 * labels;
        var score = new int[breaks.Length * states];
        var from = new byte[breaks.Length * states];
        for (var i = 0; i < breaks.Length; i++)
        {
            var change = changes[(breaks[i] * labels * labels)..];
            for (var state = 0; state < states; state++)
            {
                var (label, behind) = (state % labels, state >= labels);
                var (best, at) = (int.MinValue / 2, 0);
                if (i == 0) best = behind ? best : change[label];
                else if (!behind || label != once)
                {
                    for (var old = 0; old < states; old++)
                    {
                        var oldLabel = old % labels;
                        var leaves = old >= labels || (oldLabel == once && label != once);
                        if (leaves != behind) continue;
                        var sum = score[((i - 1) * states) + old] + change[(oldLabel * labels) + label];
                        if (sum > best) (best, at) = (sum, old);
                    }
                }

                score[(i * states) + state] = best + seen[(i * labels) + label];
                from[(i * states) + state] = (byte)at;
            }
        }

        var found = new int[breaks.Length];
        var last = score.AsSpan((breaks.Length - 1) * states, states);
        var here = 0;
        for (var state = 1; state < states; state++)
        {
            if (last[state] > last[here]) here = state;
        }

        for (var i = breaks.Length - 1; i >= 0; i--)
        {
            found[i] = here % labels;
            here = from[(i * states) + here];
        }

        return found;
    }
}
