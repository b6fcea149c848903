using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>
/// Reads how far a statement reaches (specification 2.5): a level on each of the four axes, null where the words say nothing, and whether it is a generic
/// (a bare plural in the present tense, "features are ..."). Reads the statement alone; what a title or a definition anchors is for the detectors to add.
/// </summary>
public sealed class ScopeReader(LexiconSet lexicons)
{
    private readonly ModelAxis models = new(lexicons.ScopeQuantifiers);
    private readonly ConceptAxis concepts = new(lexicons.ScopeQuantifiers);
    private readonly SettingAxes settings = new(lexicons.ScopeQuantifiers);

    /// <summary>Reads the scope of a statement.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="within">The statement.</param>
    public Scope Read(string text, Span within)
    {
        var words = Words.In(text, within);
        var model = models.Read(text, within, words);
        var concept = concepts.Read(text, within, words);
        var isAnchored = model.Level <= 2 || words.Exists(word => IsPastEvent(word.Lower));
        return new(model.Level, settings.Data(text, within, words), concept.Level, settings.Deployment(text, within, words), (model.IsBare || concept.IsBare) && !isAnchored);
    }

    /// <summary>The past tense reports an event, and an event is not a generic.</summary>
    private static bool IsPastEvent(string word) => word is "was" or "were" or "did" or "could" or "had" or "found" or "showed" or "demonstrated" or "observed" or "trained";
}

/// <summary>What an axis says.</summary>
/// <param name="Level">The level; null when nothing is said.</param>
/// <param name="IsBare">Whether a plural without quantifier or determiner set it.</param>
internal readonly record struct AxisReading(int? Level, bool IsBare);
