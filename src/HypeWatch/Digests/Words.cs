using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using HypeWatch.Model;

namespace HypeWatch.Digests;

/// <summary>The words that stand beside every code and number (design, voice).</summary>
internal sealed class Words
{
    private readonly FrozenDictionary<string, string> flags;

    /// <summary>Reads the names of the flag codes from the taxonomy, so that a new code has a name here at once.</summary>
    public Words()
    {
        using var stream = typeof(Words).Assembly.GetManifestResourceStream("taxonomy.json")!;
        using var taxonomy = JsonDocument.Parse(stream);
        flags = taxonomy.RootElement.GetProperty("flags").EnumerateArray()
            .ToFrozenDictionary(flag => flag.GetProperty("code").GetString()!, flag => flag.GetProperty("slug").GetString()!.Replace('-', ' '), StringComparer.Ordinal);
    }

    /// <summary>Such as "OC13 no comparison (baseline)".</summary>
    public string Of(Flag flag) => $"{flag.Code} {flags.GetValueOrDefault(flag.Code, "unknown code")}{(flag.Subtype is { } subtype ? $" ({Plain(subtype)})" : "")}";

    /// <summary>What a family of flags says, and does not say (specification 0).</summary>
    public static string Of(FlagKind kind) => kind switch
    {
        FlagKind.Overclaim => "overclaim: may exceed its evidence",
        FlagKind.WarrantGap => "warrant gap: a test was not found, which says nothing about truth",
        FlagKind.Propagation => "propagation: may have grown on its way",
        _ => "context: information, not a fault",
    };

    /// <summary>Severity in words (specification 4).</summary>
    public static string Severity(int severity) => severity switch
    {
        <= 1 => "wording note",
        2 => "minor",
        3 => "material",
        4 => "serious",
        _ => "critical",
    };

    /// <summary>Such as "S4 explanation".</summary>
    public static string Of(Strength strength) => strength.ToCode() + " " + strength switch
    {
        Strength.Aspiration => "aspiration",
        Strength.Existence => "it happened once",
        Strength.Regularity => "a regularity on a sample",
        Strength.ControlledEffect => "an effect against a control",
        Strength.Explanation => "an explanation, or better than an alternative",
        _ => "closure or guarantee",
    };

    /// <summary>Such as "C4 emphatic".</summary>
    public static string Of(Certainty certainty) => $"{certainty.ToCode()} {Lower(certainty)}";

    /// <summary>What evidence of a warrant is.</summary>
    public static string Of(Warrant warrant) => warrant switch
    {
        Warrant.None => "none found (W0)",
        Warrant.SelectedExamples => "selected examples or a demonstration (W1)",
        Warrant.Sample => "a sample without a control (W2)",
        Warrant.Controlled => "a control or a simple baseline (W3)",
        Warrant.SeriousBaseline => "several settings, a serious baseline and uncertainty (W4)",
        _ => "independent replication or proof (W5)",
    };

    /// <summary>How near a caveat stands.</summary>
    public static string Of(Proximity proximity) => proximity switch
    {
        Proximity.SameSentence => "in the same sentence",
        Proximity.SameParagraph => "in the same paragraph",
        Proximity.SameSection => "in the same section",
        Proximity.SameDocument => "elsewhere in the document",
        Proximity.SameRelease => "in another document of the release",
        _ => "in another document",
    };

    /// <summary>What sort of thing speaks for an asserter.</summary>
    public static string Of(ExculpationKind kind) => kind.ToCode() + " " + kind switch
    {
        ExculpationKind.SameSentenceHedge => "hedged or restricted in the same sentence",
        ExculpationKind.ProximateCaveat => "a caveat nearby",
        ExculpationKind.LimitationsSection => "limitations or discussion",
        ExculpationKind.Appendix => "appendix or companion document",
        ExculpationKind.ExplicitlyNotTested => "said to be untested",
        ExculpationKind.DifferentAsserter => "asserted by somebody else",
        ExculpationKind.RestrictingDefinition => "a definition restricts the term",
        ExculpationKind.ReportedSpeech => "reported speech",
        ExculpationKind.NotAsserted => "quoted, asked or supposed",
        ExculpationKind.Chronology => "the dates exclude it",
        ExculpationKind.Aspiration => "marked as hope or demonstration",
        ExculpationKind.LaterVersion => "a later version fixed it",
        ExculpationKind.NotComparative => "neither comparative nor general",
        ExculpationKind.EquivalentCited => "equivalent work is cited",
        ExculpationKind.TooRecent => "the prior work is too recent",
        _ => "the prior work is contested",
    };

    /// <summary>What something that speaks for an asserter does to a flag.</summary>
    public static string Of(ExculpationVerdict verdict) => verdict switch
    {
        ExculpationVerdict.Clears => "clears it",
        ExculpationVerdict.Reduces => "lowers the severity",
        _ => "shown, without effect on the severity",
    };

    /// <summary>An enum's code as words: <c>third_party_social</c> is "third party social".</summary>
    public static string Lower<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()).Replace('_', ' ');

    /// <summary>
    /// A foreign text on one line: line ends, control characters (an escape sequence would reach a terminal) and marks that turn the direction of writing are
    /// gone, runs of spaces are one.
    /// </summary>
    public static string Plain(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\u200e' or '\u200f' or '\u061c') continue;
            var plain = char.IsControl(c) || char.IsWhiteSpace(c) ? ' ' : c;
            if (plain != ' ' || (builder.Length > 0 && builder[^1] != ' ')) builder.Append(plain);
        }

        return builder.ToString().TrimEnd();
    }

    /// <summary>A foreign text on one line and at most so long, cut at a word and marked where it was cut.</summary>
    public static string Short(string text, int max)
    {
        var plain = Plain(text);
        if (plain.Length <= max) return plain;
        var cut = plain.LastIndexOf(' ', max - 4, Math.Min(max - 4, 40));
        if (cut <= 0) cut = char.IsHighSurrogate(plain[max - 5]) ? max - 5 : max - 4;
        return plain[..cut] + " […]";
    }
}
