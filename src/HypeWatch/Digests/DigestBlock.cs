using HypeWatch.Model;

namespace HypeWatch.Digests;

/// <summary>A piece of a digest as it is laid out. Text, HTML, Markdown and web page draw the same pieces in the same order, so they cannot differ in what they say.</summary>
public abstract record DigestBlock
{
    private DigestBlock()
    {
    }

    /// <summary>The title.</summary>
    public sealed record Title(string Text) : DigestBlock;

    /// <summary>Begins a section.</summary>
    public sealed record Heading(string Text) : DigestBlock;

    /// <summary>Begins an item.</summary>
    public sealed record Quote(string Text) : DigestBlock;

    /// <summary>A line of ours.</summary>
    public sealed record Line(string Text, DigestTone Tone = DigestTone.Ink) : DigestBlock;

    /// <summary>Severity as marks, and the judgement in words.</summary>
    public sealed record Judgement(int Severity, string Text) : DigestBlock
    {
        /// <summary>Five marks, filled to the level.</summary>
        public string Marks { get; } = new string('■', Math.Clamp(Severity, 0, 5)) + new string('□', 5 - Math.Clamp(Severity, 0, 5));
    }

    /// <summary>The pair of scales.</summary>
    public sealed record Scale(ScalePair Pair) : DigestBlock;

    /// <summary>A link.</summary>
    public sealed record Link(DigestLink Target) : DigestBlock;

    /// <summary>The chart and its numbers.</summary>
    public sealed record Numbers(DigestChart Chart) : DigestBlock;

    /// <summary>Ends the last section.</summary>
    public sealed record Rule : DigestBlock;
}

/// <summary>One row of a pair of scales, in words.</summary>
/// <param name="Label">Which of the two.</param>
/// <param name="Level">The marked level, 0 to 5; null when it could not be judged.</param>
/// <param name="Words">The level in words.</param>
public sealed record ScaleRow(string Label, int? Level, string Words)
{
    /// <summary>Both rows of a pair.</summary>
    public static IReadOnlyList<ScaleRow> Of(ScalePair pair) =>
    [
        new("claimed", (int)pair.Claimed, Digests.Words.Of(pair.Claimed)),
        new("licensed", (int?)pair.Licensed, pair.Licensed is { } licensed ? Digests.Words.Of(licensed) : "could not be judged"),
    ];

    /// <summary>Six marks with the level filled, or six question marks.</summary>
    public IEnumerable<char> Marks => Enumerable.Range(0, (int)Strength.Closure + 1).Select(i => Level is null ? '?' : i == Level ? '●' : '·');
}

/// <summary>How a line is meant.</summary>
public enum DigestTone
{
    /// <summary>Plain.</summary>
    Ink,
    /// <summary>Small print.</summary>
    Dim,
    /// <summary>What speaks for the asserter.</summary>
    Credit,
    /// <summary>What was judged.</summary>
    Mark,
}
