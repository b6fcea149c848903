using HypeWatch.Classifiers;
using HypeWatch.Evidence;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Evals.Bench;

/// <summary>Answers whether sentences bear a claim out in the labels of a set, by the reader alone or by the product's guarded verdict.</summary>
internal sealed class SupportAnswers(string model, CitedTextKind kind, string contrary, string? task)
{
    private readonly SupportReader reader = new(new ClassifierSet(), new PairFeatures(new LexiconSet()));
    private readonly LexiconSet lexicons = new();
    private readonly RelationReader relations = new();

    public string Of(string claim, IReadOnlyList<string> sentences)
    {
        if (task == "verdict") return LabelOf(new SupportJudge(reader, lexicons, relations).Judge(claim, TextOf(sentences, kind)).Verdict);
        var scores = reader.Read(model, claim, sentences);
        return LabelOf(SupportReader.Labels.MaxBy(label => scores[(int)label]), contrary);
    }

    public static string LabelOf(Bearing bearing, string contrary) => bearing switch { Bearing.Support => "SUPPORT", Bearing.Contradict => contrary, _ => "NEI" };

    /// <summary>A work that says less than is claimed does not bear the claim out.</summary>
    public string LabelOf(SupportVerdict verdict) => LabelOf(
        verdict switch
        {
            SupportVerdict.Entails => Bearing.Support,
            SupportVerdict.Weaker or SupportVerdict.Contradicts => Bearing.Contradict,
            _ => Bearing.Silent,
        },
        contrary);

    /// <summary>The text that sentences make, one a line.</summary>
    public static CitedText TextOf(IReadOnlyList<string> sentences, CitedTextKind kind)
    {
        var spans = new List<Span>();
        var start = 0;
        foreach (var sentence in sentences)
        {
            spans.Add(new(start, start + sentence.Length));
            start += sentence.Length + 1;
        }

        return new(string.Join('\n', sentences), spans, kind);
    }
}
