using System.Text.RegularExpressions;

namespace HypeWatch.Classifiers;

/// <summary>What a sentence of an abstract does.</summary>
public enum SentenceRole
{
    /// <summary>It tells what was known or is wanted.</summary>
    Background,
    /// <summary>It tells what is aimed at or offered.</summary>
    Objective,
    /// <summary>It tells what was done.</summary>
    Method,
    /// <summary>It tells what was found or follows.</summary>
    Result,
    /// <summary>None of these.</summary>
    Other,
}

/// <summary>Reads the roles of the sentences of an abstract or a summary: a model per sentence, and the order in which roles follow each other (Viterbi).</summary>
public sealed partial class RoleReader(ClassifierSet models, SentenceFeatures features)
{
    /// <summary>Name of the model of sentences; its labels are the roles' names.</summary>
    public const string Name = "role";

    /// <summary>Name of the table of transitions; its buckets are the role before, and one past the last for the beginning.</summary>
    public const string TransitionName = "role-transition";

    /// <summary>How much the order counts beside the sentence, which has seen its neighbours' words already.</summary>
    private const double TransitionValue = 0.4;

    /// <summary>The roles, in the order of the model's labels.</summary>
    internal static IReadOnlyList<SentenceRole> Roles { get; } = Enum.GetValues<SentenceRole>();

    /// <summary>Reads the roles of sentences that stand together, in order.</summary>
    public IReadOnlyList<SentenceRole> Read(IReadOnlyList<string> sentences)
    {
        if (sentences.Count == 0) return [];
        var (model, transitions) = (models[Name], models[TransitionName]);
        var best = new double[sentences.Count, Roles.Count];
        var back = new int[sentences.Count, Roles.Count];
        for (var i = 0; i < sentences.Count; i++)
        {
            var probabilities = model.Probabilities(features.Of(InContext(sentences, i)));
            for (var role = 0; role < Roles.Count; role++)
            {
                var from = i == 0 ? Roles.Count : Enumerable.Range(0, Roles.Count).MaxBy(before => best[i - 1, before] + Step(transitions, before, role));
                best[i, role] = (i == 0 ? 0 : best[i - 1, from]) + Step(transitions, from, role) + Math.Log(probabilities[role]);
                back[i, role] = from;
            }
        }

        var path = new SentenceRole[sentences.Count];
        var at = Enumerable.Range(0, Roles.Count).MaxBy(role => best[sentences.Count - 1, role]);
        for (var i = sentences.Count - 1; i >= 0; i--)
        {
            path[i] = Roles[at];
            at = back[i, at];
        }

        return path;
    }

    /// <summary>
    /// Reads the roles of an abstract that offers something: what describes the offer belongs to it, and only how it was tested is a method
    /// (the units of Accuosto and Saggion, "Mining arguments in scientific abstracts with discourse-level embeddings", 2020).
    /// </summary>
    public IReadOnlyList<SentenceRole> ReadUnits(IReadOnlyList<string> units)
    {
        var roles = Read(units).ToArray();
        for (var i = 0; i < roles.Length; i++)
        {
            var isOutcome = OutcomePattern().IsMatch(units[i]);
            if (ReleasePattern().IsMatch(units[i])) roles[i] = SentenceRole.Other;
            else if (roles[i] is not SentenceRole.Background && TestPattern().IsMatch(units[i]) && !isOutcome) roles[i] = SentenceRole.Method;
            else if (roles[i] is SentenceRole.Method || (roles[i] is SentenceRole.Background && OfferPattern().IsMatch(units[i]))) roles[i] = SentenceRole.Objective;
        }

        return roles;
    }

    /// <summary>A sentence with its neighbours and its place among them.</summary>
    internal static SentenceInContext InContext(IReadOnlyList<string> sentences, int i) =>
        new(sentences[i], i > 0 ? sentences[i - 1] : null, i + 1 < sentences.Count ? sentences[i + 1] : null, i, sentences.Count);

    private static double Step(LinearModel transitions, int before, int role) => TransitionValue * (transitions.Weights.TryGetValue(before, out var row) ? row[role] : 0);

    [GeneratedRegex(@"\b(we|this (paper|work|study|article)|our (paper|work|approach|method|model))\s+(\w+ly )?(present|propose|introduce|describe|develop|investigate|explore|examine|address|study)s?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 500)]
    private static partial Regex OfferPattern();

    [GeneratedRegex(@"\b(evaluat\w+|experiments? (are|is|were|on|with)|experimental results are|tested (on|our|the)|(conduct|carry out|perform|report)(s|ed)? (\w+ )?(experiments?|evaluations?|precision|accuracy))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 500)]
    private static partial Regex TestPattern();

    [GeneratedRegex(@"\b(outperform\w*|improv\w+|achiev\w+|significant\w*|better|show(s|ed)?|demonstrate that|reduc\w+|gains?|state-of-the-art)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 500)]
    private static partial Regex OutcomePattern();

    [GeneratedRegex(@"\b(publicly|freely)? ?(available|released?|releasing|downloaded|found at)\b.{0,60}(https?:?|community|online|publicly|github|download)|\b(can be (found|downloaded)|(made|are|is) (publicly|freely) available|we (are )?releas(e|ing))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 500)]
    private static partial Regex ReleasePattern();
}
