using HypeWatch.Claims;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Evals;

/// <summary>Which sort of evidence a claim's words ask for (Pearl's ladder, as interpretability claims use it: Joshi et al., arXiv:2602.16698).</summary>
internal enum CausalRung
{
    /// <summary>Seen together: probes, correlations, where something is active.</summary>
    Associational = 1,
    /// <summary>What an intervention does: effects, comparisons of methods.</summary>
    Interventional = 2,
    /// <summary>How it works: a mechanism, a representation, a function of a part.</summary>
    Mechanistic = 3,
}

/// <summary>Reads the rung of a claim from its words and its types. A measure of the engine's reading, by the labels' own ladder.</summary>
internal sealed class RungReader(LexiconSet lexicons, ClaimCues cues)
{
    /// <summary>Class of causal verbs that tell how something works.</summary>
    private const string MechanismClass = "mechanism";

    /// <summary>Reads a claim. What compares or improves is measured by intervening, whatever the compared things are called.</summary>
    public CausalRung Read(string quote, IReadOnlyList<ClaimType> types)
    {
        var said = cues["rung"].Find(quote).Select(hit => hit.Term.Subcategory).ToHashSet(StringComparer.Ordinal);
        if (types.Contains(ClaimType.Completeness) || said.Contains("how")) return CausalRung.Mechanistic;
        if (said.Contains("effect") || types.Contains(ClaimType.Comparative)) return CausalRung.Interventional;
        if (types.Contains(ClaimType.Mechanism) || lexicons.CausalVerbs.Find(quote).Any(hit => hit.Term.Subcategory == MechanismClass)) return CausalRung.Mechanistic;
        return said.Contains("together") ? CausalRung.Associational : CausalRung.Interventional;
    }
}
