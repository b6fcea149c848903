using System.Collections.Frozen;
using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>How a clause stands in its sentence.</summary>
internal enum ClauseRole
{
    /// <summary>It carries the statement.</summary>
    Main,
    /// <summary>A main clause after <c>but</c> or <c>yet</c>: what comes before only prepares it.</summary>
    Contrast,
    /// <summary>A relative, adverbial or participial clause, or a parenthesis: a side issue of the statement.</summary>
    Side,
}

/// <summary>A clause of a sentence.</summary>
/// <param name="Span">Where it stands in the whole text.</param>
/// <param name="Role">How it stands in its sentence.</param>
internal readonly record struct Clause(Span Span, ClauseRole Role);

/// <summary>
/// Cuts a sentence into clauses by its punctuation and its conjunctions. A shallow reading: enough to tell a hedge on a side issue from
/// a hedge on the statement (specification 2.3), no parse.
/// </summary>
internal static class Clauses
{
    private static readonly FrozenSet<string> Subordinators = FrozenSet.ToFrozenSet(
        ["although", "though", "while", "whilst", "whereas", "because", "since", "if", "unless", "when", "whenever", "once", "given", "despite", "as", "even", "until"]);

    private static readonly FrozenSet<string> Relatives = FrozenSet.ToFrozenSet(["which", "who", "whose", "where", "whom"]);

    /// <summary>Conjunctions that open a subordinate clause even without a comma before them.</summary>
    private static readonly FrozenSet<string> Midway = FrozenSet.ToFrozenSet(["although", "though", "whereas", "because", "unless"]);

    /// <summary>The clauses of a sentence, in order; every character of <paramref name="within"/> belongs to one of them.</summary>
    public static List<Clause> Of(string text, Span within)
    {
        var clauses = new List<Clause>();
        var words = Words.In(text, within);
        if (words.Count == 0) return [new(within, ClauseRole.Main)];
        var start = within.Start;
        var role = Subordinators.Contains(words[0].Lower) ? ClauseRole.Side : ClauseRole.Main;
        for (var w = 1; w < words.Count; w++)
        {
            var gap = text.AsSpan(words[w - 1].Span.End, words[w].Span.Start - words[w - 1].Span.End);
            if (Next(gap, words, w, role) is not { } next) continue;
            clauses.Add(new(new(start, words[w].Span.Start), role));
            start = words[w].Span.Start;
            role = next;
        }

        clauses.Add(new(new(start, within.End), role));
        return clauses;
    }

    /// <summary>The clauses that carry the statement: after a contrast only what follows it, else all main clauses; the whole where there is none.</summary>
    public static IEnumerable<Span> Carrying(string text, Span within)
    {
        var clauses = Of(text, within);
        var contrast = clauses.FindLastIndex(clause => clause.Role == ClauseRole.Contrast);
        var carrying = clauses.Skip(Math.Max(contrast, 0)).Where(clause => clause.Role != ClauseRole.Side).Select(clause => clause.Span).ToList();
        return carrying.Count > 0 ? carrying : [within];
    }

    private static ClauseRole? Next(ReadOnlySpan<char> gap, List<Word> words, int w, ClauseRole role)
    {
        var word = words[w].Lower;
        if (gap.Contains('(')) return ClauseRole.Side;
        if (gap.Contains(')')) return ClauseRole.Main;
        if (gap.IndexOfAny(";—–") >= 0 || gap.Contains(" - ", StringComparison.Ordinal)) return Opening(word, ClauseRole.Main);
        if (gap.Contains(',')) return AfterComma(word, role);
        if (word == "but" && !(w > 0 && words[w - 1].Lower is "nothing" or "anything" or "all")) return ClauseRole.Contrast;
        return Midway.Contains(word) ? ClauseRole.Side : null;
    }

    private static ClauseRole? AfterComma(string word, ClauseRole role)
    {
        if (word is "but" or "yet") return ClauseRole.Contrast;
        if (Opening(word, ClauseRole.Main) == ClauseRole.Side || (word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal))) return ClauseRole.Side;
        return role == ClauseRole.Side || word is "and" or "so" or "nor" or "or" ? ClauseRole.Main : null;
    }

    private static ClauseRole Opening(string word, ClauseRole otherwise) =>
        Subordinators.Contains(word) || Relatives.Contains(word) || word is "thereby" or "thus" ? ClauseRole.Side : otherwise;
}
